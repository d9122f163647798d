import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate, ROOM_BYTES } from './inflate.ts';
import { InputBuffer } from './input-buffer.ts';
import { chunksOf, joined, noise, sha256 } from './testing.ts';

/** zlib looks back this far, 262 bytes less than the format allows. */
const REACH = 32_768 - 262;

describe('inflate', () => {
  it('gives back what zlib was given, however the input is cut', async () => {
    const pieces = fc.array(fc.tuple(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 300 })));
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.constantFrom(0, 1, 6, 9),
        fc.constantFrom(1, 13, 1000),
        async (runs, level, size) => {
          const bytes = joined(
            ...runs.flatMap(([piece, times]) => Array.from({ length: times }, () => piece)),
          );
          const { end, out, offset } = await inflated(deflateRawSync(bytes, { level }), size);
          expect(end).toBe('complete');
          expect(sha256(out)).toBe(sha256(bytes));
          expect(offset).toBe(deflateRawSync(bytes, { level }).length);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it('remembers the last 32 KiB across its own output buffers', async () => {
    const far = joined(...Array.from({ length: 31 }, () => noise(REACH)));
    const compressed = deflateRawSync(far, { level: 9, windowBits: 15, memLevel: 9 });
    expect(compressed.length).toBeLessThan(2 * REACH);
    expect(sha256((await inflated(compressed, 65536)).out)).toBe(sha256(far));
  });

  it('stops behind the last byte of the stream', async () => {
    const compressed = deflateRawSync(noise(1000));
    const { end, offset } = await inflated(joined(compressed, noise(500)), 64);
    expect(end).toBe('complete');
    expect(offset).toBe(compressed.length);
  });

  it.each([
    ['an unknown block type', [0b111]],
    ['a stored block whose size and its complement differ', [0b001, 5, 0, 5, 0, 1, 2, 3, 4, 5]],
    // Fixed codes: 0000001 is length 3, then distance 1 (00000) with nothing written yet.
    ['a match before the first byte', [0b00000011, 0b00000010, 0, 0]],
  ])('calls %s corrupt', async (_, bytes) => {
    expect((await inflated(joined(Uint8Array.from(bytes), new Uint8Array(20)), 64)).end).toBe('corrupt');
  });

  it('survives any bytes, and never says more than they can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { out } = await inflated(bytes, 50);
        // Deflate's best: 258 bytes out of 2 bits.
        expect(out.length).toBeLessThanOrEqual(bytes.length * 4 * 258);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

async function inflated(bytes: Uint8Array, chunkSize: number) {
  const input = new InputBuffer(chunksOf(bytes, chunkSize));
  const chunks = inflate(input, new Uint8Array(ROOM_BYTES));
  const out: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { end: value, out: joined(...out), offset: input.offset };
    out.push(value.slice());
  }
}
