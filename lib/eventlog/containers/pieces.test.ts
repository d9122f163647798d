import { describe, expect, it } from 'vitest';
import { pieces } from './pieces.ts';
import { chunksOf, joined, noise } from './testing.ts';

describe('pieces', () => {
  it.each([1, 7, 30, 1000])('are of the wanted sizes when the input comes in chunks of %i', async (size) => {
    const found: Uint8Array[] = [];
    const input = chunksOf(noise(100), size);
    for await (const piece of pieces(input, (at) => (at < 60 ? 30 : 16))) found.push(piece);
    expect(found.map(({ length }) => length)).toEqual([30, 30, 16, 16, 8]);
    expect(joined(...found)).toEqual(noise(100));
  });

  it('belong to the receiver: they stay when the input reuses its buffer', async () => {
    const found: Uint8Array[] = [];
    for await (const piece of pieces(chunksOf(noise(100), 20), () => 20)) found.push(piece);
    expect(joined(...found)).toEqual(noise(100));
  });
});
