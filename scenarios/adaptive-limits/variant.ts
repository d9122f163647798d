import { simulated } from '#lib/learn/engine/readings.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { HOT, isSplit } from './hot-join.ts';

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const joinType = random.one<Knobs['joinType']>([
    'Inner',
    'LeftOuter',
    'RightOuter',
    'FullOuter',
    'LeftSemi',
  ]);
  const hotShare = random.between(25, 45) / 100;
  return {
    story:
      'Payments are joined with accounts as a `{joinType}` join. One account has {share} of the payments, which are on the left.',
    workspace: { knobs: { ...HOT, step: 'join', joinType, hotShare } },
    shows: { tool: 'simulator', situation: 'variant', view: 'partitions' },
    figures: {
      joinType: knobOf('variant', 'joinType', 'text'),
      share: knobOf('variant', 'hotShare', 'share'),
      split: readOf('variant', 'text', (state) =>
        simulated(state).adapted?.steps.some(isSplit) ? 'yes' : 'no',
      ),
      tasks: totalOf('variant', 'reduceTasks', 'tasks'),
    },
    question: {
      kind: 'pick',
      ask: 'Does Spark split the hot partition of the payments?',
      needs: ['joinType', 'share'],
      options: [
        {
          id: 'yes',
          label: 'Yes',
          isSo: ({ split }) => split === 'yes',
          say: 'Rows of the accounts may be given to several pieces, because none of them has to be kept without a match.',
        },
        {
          id: 'no',
          label: 'No, because of the type of the join',
          isSo: ({ split }) => split === 'no',
          say: 'Accounts without a match are kept. In several pieces one would be kept several times.',
        },
        {
          id: 'size',
          label: 'No, because it is too small',
          isSo: () => false,
          say: 'That share is far above both limits.',
        },
      ],
    },
    reveal: 'It is read by {tasks} in all.',
  };
}
