import { describe, expect, it } from 'vitest';
import { InputBuffer } from './input-buffer.ts';
import { chunksOf, noise } from './testing.ts';

describe('InputBuffer', () => {
  it.each([1, 7, 100, 5000])('gives contiguous bytes of chunks of %i bytes', async (chunkSize) => {
    const bytes = noise(1000);
    const input = new InputBuffer(chunksOf(bytes, chunkSize));
    let at = 0;
    for (const [needed, used] of [
      [1, 1],
      [300, 10],
      [20, 290],
      [400, 400],
      [299, 299],
    ] as const) {
      expect(await input.has(needed)).toBe(true);
      expect(input.offset).toBe(at);
      expect(input.bytes.slice(input.at, input.at + needed)).toEqual(bytes.slice(at, at + needed));
      input.at += used;
      at += used;
    }
    expect(await input.has(1)).toBe(false);
  });

  it('keeps what came readable when the input ends before what is needed', async () => {
    const input = new InputBuffer(chunksOf(noise(100), 30));
    expect(await input.has(101)).toBe(false);
    expect(input.bytes.slice(input.at, input.end)).toEqual(noise(100));
    expect(await input.has(100)).toBe(true);
  });

  it('holds little for a need that the input cannot meet', async () => {
    const input = new InputBuffer(chunksOf(noise(100), 10));
    expect(await input.has(2 ** 40)).toBe(false);
    expect(input.bytes.length).toBeLessThan(1000);
  });

  it('passes over bytes without holding them', async () => {
    const input = new InputBuffer(chunksOf(noise(10_000), 64));
    expect(await input.has(10)).toBe(true);
    expect(await input.skip(9_000)).toBe(true);
    expect(input.offset).toBe(9_000);
    expect(input.bytes.length).toBeLessThan(1000);
    expect(await input.skip(1_001)).toBe(false);
  });
});
