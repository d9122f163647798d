import type { AnalysisState } from '../session/analysis-state.ts';

/** A run whose tables are there. */
export type OpenRunState = Extract<AnalysisState, { readonly phase: 'open' }>;
