import { describe, expect, it } from 'vitest';
import { decodeAll } from './testing.ts';
import { zstd } from './zstd.ts';
import { borrowDecoder, giveBack } from './zstd-decoder.ts';

describe('borrowDecoder', () => {
  it('lends one decoder again and again, but never to two at once', async () => {
    const one = await borrowDecoder();
    const two = await borrowDecoder();
    expect(two).not.toBe(one);
    giveBack(one);
    expect(await borrowDecoder()).toBe(one);
  });

  it('does not keep a decoder that needed a window of 128 MiB', async () => {
    // A frame without sizes, window 2^27, that holds one empty block.
    const frame = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 17 << 3, 1, 0, 0);
    const decoder = await borrowDecoder();
    giveBack(decoder);
    expect((await decodeAll(zstd, frame)).report.damage).toBeUndefined();
    expect(decoder.memoryBytes).toBeGreaterThan(128 << 20);
    expect(await borrowDecoder()).not.toBe(decoder);
  });
});
