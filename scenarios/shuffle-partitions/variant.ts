import { knobOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';

const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const dataBytes = random.one([1, 5, 40, 200]) * GIB;
  const partitions = random.one([100, 200, 400]);
  return {
    story:
      'A join reads {data} and sends {shuffled} of it through the shuffle, into {partitions} partitions of equal size.',
    workspace: {
      knobs: {
        ...{ dataBytes, files: 200, step: 'join', otherBytes: GIB, adaptive: false },
        ...{ keyShape: 'uniform', keys: 1_000_000, shufflePartitions: partitions },
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'memory' },
    figures: {
      data: knobOf('variant', 'dataBytes', 'bytes'),
      shuffled: totalOf('variant', 'shuffleBytes', 'bytes'),
      partitions: knobOf('variant', 'shufflePartitions', 'count'),
      perTask: totalOf('variant', 'medianPartition', 'bytes'),
      advisory: knobOf('variant', 'advisoryBytes', 'bytes'),
    },
    question: {
      kind: 'slider',
      ask: 'How large is the middle partition?',
      needs: ['shuffled', 'partitions'],
      truth: 'perTask',
      unit: 'bytes',
      ...{ min: 64 * 2 ** 10, max: 64 * GIB, scale: 'log', right: 1.3, close: 3 },
      beliefs: [],
    },
    reveal:
      '{perTask}. Beside the advisory size of {advisory} you can tell whether that is too small or too large.',
  };
}
