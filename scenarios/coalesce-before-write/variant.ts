import { simulated } from '#lib/learn/engine/readings.ts';
import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const files = random.one([200, 500, 1000]);
  const coalesceTo = random.one([2, 5, 10]);
  const shuffling = random.one([true, false]);
  const call = shuffling ? `repartition(${coalesceTo})` : `coalesce(${coalesceTo})`;
  return {
    story: `A job reads {bytes} in {files}, adds a column and writes. Before the write stands \`${call}\`. On {slots} cores the files would be read by {readTasks}.`,
    workspace: {
      knobs: {
        ...{ dataBytes: files * 130 * 2 ** 20, files, executors: 10, cores: 4, adaptive: false },
        ...(shuffling
          ? { step: 'repartition' as const, shufflePartitions: coalesceTo }
          : { step: 'none' as const, coalesceTo }),
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'timeline' },
    figures: {
      bytes: knobOf('variant', 'dataBytes', 'bytes'),
      files: knobOf('variant', 'files', 'files'),
      slots: readOf(
        'variant',
        'count',
        (state) => simulated(state).knobs.executors * simulated(state).knobs.cores,
      ),
      readTasks: totalOf('variant', 'scanTasks', 'tasks'),
      reading: readOf('variant', 'tasks', (state) => simulated(state).stages[0]!.tasks.count),
    },
    question: {
      kind: 'slider',
      ask: 'How many tasks read the files?',
      needs: ['readTasks', 'slots'],
      truth: 'reading',
      unit: 'tasks',
      ...{ min: 1, max: 10_000, scale: 'log', right: 1.1, close: 2 },
      beliefs: [],
    },
    reveal: '{reading}: what counts is whether a shuffle stands between reading and writing.',
  };
}
