import { knobOf, readOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { frameBytes, heaps, pool } from './cache-size.ts';

const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const executors = random.one([2, 4, 10]);
  const memoryGib = random.one([4, 16, 32]);
  const dataGib = random.one([20, 60, 150]);
  return {
    story: 'A frame with {frame} of rows is cached on {executors} executors with a heap of {heap} each.',
    workspace: {
      knobs: {
        ...{ dataBytes: dataGib * GIB, files: 400, executors, memoryBytes: memoryGib * GIB },
        ...{ step: 'none', write: false },
      },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'memory' },
    figures: {
      frame: readOf('variant', 'bytes', frameBytes),
      executors: knobOf('variant', 'executors', 'count'),
      heap: knobOf('variant', 'memoryBytes', 'bytes'),
      pool: readOf('variant', 'bytes', pool),
      heaps: readOf('variant', 'bytes', heaps),
    },
    question: {
      kind: 'slider',
      ask: 'How much room is there for it in all?',
      needs: ['executors', 'heap'],
      truth: 'pool',
      unit: 'bytes',
      ...{ min: GIB, max: 512 * GIB, scale: 'log', right: 1.15, close: 1.5 },
      beliefs: [
        { answer: 'heaps', say: 'That is all of the heaps; some three fifths of them are for data.' },
      ],
    },
    reveal: '{pool} for {frame}.',
  };
}
