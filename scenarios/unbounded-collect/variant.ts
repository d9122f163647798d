import { knobOf, readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { rowBytes } from './row-bytes.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const gib = random.one([1, 3, 8, 30]);
  const width = random.one([40, 120, 400]);
  return {
    story:
      'A notebook calls `collect()` on a table of {bytes}. A row has {width} when unpacked, and there are {rows}.',
    workspace: {
      knobs: { dataBytes: gib * GIB, files: gib * 8, step: 'none', write: false, rowBytes: width },
    },
    shows: { tool: 'simulator', situation: 'variant', view: 'memory' },
    figures: {
      bytes: knobOf('variant', 'dataBytes', 'bytes'),
      width: knobOf('variant', 'rowBytes', 'bytes'),
      rows: totalOf('variant', 'rows', 'records'),
      collected: readOf('variant', 'bytes', rowBytes),
    },
    question: {
      kind: 'slider',
      ask: 'How many bytes of rows arrive?',
      needs: ['bytes', 'width', 'rows'],
      truth: 'collected',
      unit: 'bytes',
      ...{ min: MIB, max: 1024 * GIB, scale: 'log', right: 1.25, close: 1.9 },
      beliefs: [{ answer: 'bytes', say: 'That is the size on disk. Rows travel unpacked.' }],
    },
    reveal: 'Rows times their width: {collected}.',
  };
}
