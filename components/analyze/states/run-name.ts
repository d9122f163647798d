import type { AnalysisState } from '../session/analysis-state.ts';

/** The application's name, as soon as something says it. */
export function runName(state: AnalysisState): string | undefined {
  switch (state.phase) {
    case 'open': {
      const { name, app_id } = state.overview.application;
      return text(name) ?? text(app_id) ?? state.log.title;
    }
    case 'reading':
      return state.progress?.application ?? state.log.application?.name;
    case 'large':
      return state.log.application?.name;
    default:
      return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
