import type { TrustFact } from '#lib/analyzers/run/report.ts';

/** What a fact of the ledger means for the figures, in a word. */
export const MEANINGS: Readonly<Record<TrustFact['severity'], string>> = {
  error: 'Missing',
  warning: 'Uncertain',
  info: 'Note',
};
