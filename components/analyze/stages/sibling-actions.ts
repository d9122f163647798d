import type { Action } from '#components/shell/actions/action.ts';
import type { StageListRow } from '#lib/tables/queries/stage-list.ts';
import { goTo } from '../place/go-to.ts';

export interface SiblingActions {
  readonly list: readonly Action[];
  readonly previous: () => void;
  readonly next: () => void;
  /** Why there is no such stage. */
  readonly noPrevious: string | undefined;
  readonly noNext: string | undefined;
}

/** Steps through the stages in the order of their ids. */
export function siblingActions(stages: readonly StageListRow[], at: number): SiblingActions {
  const show = (row: StageListRow | undefined) => {
    if (row) goTo({ view: 'stages', stage: row.stage });
  };
  const [before, after] = [at > 0 ? stages[at - 1] : undefined, at >= 0 ? stages[at + 1] : undefined];
  const noPrevious = before ? undefined : 'this is the first stage';
  const noNext = after ? undefined : 'this is the last stage';
  const section = 'Stages';
  return {
    previous: () => show(before),
    next: () => show(after),
    noPrevious,
    noNext,
    list: [
      {
        id: 'previous-stage',
        label: 'Previous stage',
        section,
        keys: ',',
        enabled: () => (noPrevious ? { reason: noPrevious } : true),
        perform: () => show(before),
      },
      {
        id: 'next-stage',
        label: 'Next stage',
        section,
        keys: '.',
        enabled: () => (noNext ? { reason: noNext } : true),
        perform: () => show(after),
      },
      {
        id: 'all-stages',
        label: 'All stages',
        section,
        keys: 'u',
        perform: () => goTo({ view: 'stages' }),
      },
    ],
  };
}
