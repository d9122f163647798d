import { describe, expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';
import { newReport } from './container.ts';
import { joined, noise } from './testing.ts';

const KIB = 1024;

describe('coalesce', () => {
  it.each([
    ['small chunks into large ones', [200, 200, 200, 200], [400, 400]],
    ['nothing where chunks are large', [300, 600, 300], [300, 600, 300]],
    ['small chunks before a large one, which then goes alone', [10, 600, 10], [10, 600, 10]],
    ['a large chunk with small ones where it fits', [10, 300, 10], [320]],
    ['no chunks', [], []],
    ['empty chunks', [0, 0], []],
  ])('gathers %s', async (_, sizes, expected) => {
    const bytes = sizes.map((size, i) => noise(size * KIB, i));
    async function* chunks() {
      yield* bytes;
    }
    const report = newReport();
    const gathered: Uint8Array[] = [];
    for await (const chunk of coalesce(chunks(), report)) gathered.push(chunk.slice());
    expect(gathered.map((chunk) => chunk.length / KIB)).toEqual(expected);
    expect(joined(...gathered)).toEqual(joined(...bytes));
    expect(report.bytesOut).toBe(joined(...bytes).length);
  });
});
