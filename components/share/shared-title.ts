import type { SharedState } from '#lib/share/kinds/kinds.ts';

/** What the page of a state is called. */
export function sharedTitle(state: SharedState): string {
  switch (state.kind) {
    case 'analysis':
      return state.application.name ?? 'A Spark run';
    case 'insight':
      return state.run ?? 'An insight of a Spark run';
    case 'playground':
      return state.main;
    case 'simulator':
      return 'A simulation';
    case 'scenario':
      return 'A step of a scenario';
  }
}
