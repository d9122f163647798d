import type { Place } from './place.ts';
import { VIEWS } from './views.ts';

/** Where an address leads, in words; undefined for the overview, which everything starts with. */
export function placeName({ view, stage, insight, from }: Place): string | undefined {
  if (view === 'overview') return undefined;
  if (view === 'stages' && stage !== undefined) return `stage ${stage} of a run`;
  if (view === 'tasks' && stage !== undefined) return `the tasks of stage ${stage} of a run`;
  if (view === 'insights' && insight !== undefined) return 'an insight of a run';
  if (view === 'timeline' && from !== undefined) return 'a part of the timeline of a run';
  return `the view ${VIEWS.find(({ id }) => id === view)?.label} of a run`;
}
