import { describe, expect, it } from 'vitest';
import { BlockCutter, MAX_LINE, type OversizedLine } from './blocks.ts';

interface Cut {
  /** Lines with their offsets: "0 one". */
  readonly lines: readonly string[];
  readonly oversized: readonly OversizedLine[];
  readonly offset: number;
}

const KIB = 1024;

/** Cuts a text that arrives in chunks of `size` bytes, in one buffer that is overwritten each time. */
function cut(text: string | Uint8Array, size: number): Cut {
  const lines: string[] = [];
  const oversized: OversizedLine[] = [];
  const cutter = new BlockCutter(
    (bytes, start, end, offset) => {
      let at = offset;
      for (const line of new TextDecoder().decode(bytes.subarray(start, end)).split(/(?<=\n)/)) {
        lines.push(`${at} ${line}`);
        at += line.length;
      }
    },
    (line) => oversized.push(line),
  );
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    buffer.set(chunk);
    cutter.push(buffer.subarray(0, chunk.length));
    buffer.fill(35);
  }
  cutter.end();
  return { lines, oversized, offset: cutter.offset };
}

describe('BlockCutter', () => {
  it.each([1, 2, 3, 7, 16, 64 * KIB])(
    'gives whole lines at their offsets from chunks of %i bytes',
    (size) => {
      const { lines, offset } = cut('one\n\nthree\nfour\n', size);
      expect(lines).toEqual(['0 one\n', '4 \n', '5 three\n', '11 four\n']);
      expect(offset).toBe(16);
    },
  );

  it.each([1, 3, 64 * KIB])('hands over a last line without its end, from chunks of %i bytes', (size) => {
    expect(cut('one\ntwo', size).lines).toEqual(['0 one\n', '4 two']);
  });

  it('hands over nothing of nothing', () => {
    expect(cut('', 10).lines).toEqual([]);
  });

  it.each([100, 64 * KIB, 1 << 20])('gathers a line longer than its chunks of %i bytes', (size) => {
    const long = 'x'.repeat(300 * KIB);
    expect(cut(`a\n${long}\nb\n`, size).lines).toEqual(['0 a\n', `2 ${long}\n`, `${3 + 300 * KIB} b\n`]);
  });

  it('reports a line that is too long to be one, and goes on with the next', () => {
    const bytes = new Uint8Array(MAX_LINE + 20).fill(120);
    bytes.set(new TextEncoder().encode('a\n'));
    bytes.set(new TextEncoder().encode('\nb\n'), bytes.length - 3);
    const { lines, oversized } = cut(bytes, 8 << 20);
    expect(lines).toEqual(['0 a\n', `${bytes.length - 2} b\n`]);
    expect(oversized).toEqual([{ offset: 2, length: bytes.length - 4 }]);
  });

  it('reports such a line at the end of the file too', () => {
    const { lines, oversized } = cut(new Uint8Array(MAX_LINE + 1).fill(120), 8 << 20);
    expect(lines).toEqual([]);
    expect(oversized).toEqual([{ offset: 0, length: MAX_LINE + 1 }]);
  });
});
