import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { simulated } from '../engine/readings.ts';
import type { Check } from './check.ts';

/** What the data is and what is asked of it; a fix leaves these alone. */
const GIVEN = [
  ...(['dataBytes', 'files', 'format', 'codec', 'rowBytes', 'expansion'] as const),
  ...(['keyShape', 'keys', 'zipfExponent', 'hotShare', 'weights', 'keyNames', 'firstKey'] as const),
  ...(['joinType', 'otherBytes', 'otherFiles', 'otherKept', 'partitionValues'] as const),
  ...(['compression', 'scanRate', 'shuffleRate', 'rowRate', 'writeRate', 'taskMs', 'openMs'] as const),
] as const satisfies readonly (keyof Knobs)[];

/** The data, the question and the assumptions are those of the start: only how it is run has changed. */
export function sameData(
  says = 'The data and the question are the same as before.',
  but: readonly (keyof Knobs)[] = [],
): Check {
  return {
    id: 'same-data',
    says,
    holds: ({ now, start }) => {
      const [a, b] = [simulated(now).knobs, simulated(start).knobs];
      return GIVEN.every((knob) => but.includes(knob) || JSON.stringify(a[knob]) === JSON.stringify(b[knob]));
    },
  };
}

/** No more executors, cores or memory than there were. */
export function sameCluster(): Check {
  return {
    id: 'same-cluster',
    says: 'The cluster is no larger than it was.',
    holds: ({ now, start }) => {
      const [a, b] = [simulated(now).knobs, simulated(start).knobs];
      return a.executors <= b.executors && a.cores <= b.cores && a.memoryBytes <= b.memoryBytes;
    },
  };
}
