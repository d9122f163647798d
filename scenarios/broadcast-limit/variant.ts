import { simulated } from '#lib/learn/engine/readings.ts';
import { knobOf, readOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const size = random.one([4, 9, 11, 30]) * MIB;
  const kept = random.one([0.01, 1]);
  return {
    story:
      'Sales are joined with stores. The files of the stores have {other}, the limit is {limit}, and a filter keeps {kept} of the stores. Adaptive execution is off.',
    workspace: {
      knobs: {
        ...{ dataBytes: 20 * GIB, step: 'join', otherBytes: size, otherFiles: 1, otherKept: kept },
        ...{ adaptive: false, keyShape: 'uniform', keys: 1000 },
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'timeline' },
    figures: {
      other: knobOf('variant', 'otherBytes', 'bytes'),
      limit: knobOf('variant', 'broadcastThreshold', 'bytes'),
      kept: knobOf('variant', 'otherKept', 'share'),
      join: readOf('variant', 'text', (state) => simulated(state).join?.planned.operator ?? 'none'),
    },
    question: {
      kind: 'pick',
      ask: 'Which join does Spark plan?',
      needs: ['other', 'limit', 'kept'],
      options: [
        {
          id: 'broadcast',
          label: 'A broadcast of the stores',
          isSo: ({ join }) => join === 'BroadcastHashJoin',
          say: 'Before the run Spark goes by the files: a filter without statistics changes nothing.',
        },
        {
          id: 'merge',
          label: 'A sort-merge join',
          isSo: ({ join }) => join === 'SortMergeJoin',
          say: 'The files are above the limit, whatever the filter will leave.',
        },
        {
          id: 'nested',
          label: 'A comparison of all pairs',
          isSo: ({ join }) => join === 'BroadcastNestedLoopJoin',
          say: 'That is for joins without an equality.',
        },
      ],
    },
    reveal: '{other} of files against a limit of {limit}: {join}.',
  };
}
