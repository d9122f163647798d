import { knobOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';

const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const partitionValues = random.one([24, 52, 200, 1000]);
  const shufflePartitions = random.one([8, 40, 300]);
  const what = random.one([
    'Invoices are written by country',
    'Clicks are written by hour',
    'Trips are written by city',
  ]);
  return {
    story: `${what}: {values} of them, mixed in the input. The shuffle before the write has {tasks}.`,
    workspace: {
      knobs: {
        ...{ dataBytes: 20 * GIB, step: 'repartition', partitionBy: 'another column' },
        ...{ partitionValues, shufflePartitions },
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'files' },
    figures: {
      values: knobOf('variant', 'partitionValues', 'count'),
      tasks: totalOf('variant', 'reduceTasks', 'tasks'),
      files: totalOf('variant', 'files', 'files'),
    },
    question: {
      kind: 'slider',
      ask: 'How many files are written?',
      needs: ['values', 'tasks'],
      truth: 'files',
      unit: 'files',
      ...{ min: 1, max: 10_000_000, scale: 'log', right: 1.2, close: 2 },
      beliefs: [
        { answer: 'tasks', say: 'One for each task: so it is without `partitionBy`.' },
        { answer: 'values', say: 'One for each directory: so it is when each value is in one task.' },
      ],
    },
    reveal: '{tasks} times {values} directories: {files}.',
  };
}
