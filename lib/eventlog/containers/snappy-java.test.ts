import fc from 'fast-check';
import { snappyCompress } from 'hysnappy';
import { describe, expect, it } from 'vitest';
import { snappyJava } from './snappy-java.ts';
import {
  checkContainer,
  checkDamage,
  checkTruncation,
  decodeAll,
  goldenLog,
  joined,
  logText,
  noise,
  sha256,
} from './testing.ts';

const HEADER = Uint8Array.of(0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1);

describe('snappyJava', () => {
  const { stored, expected } = goldenLog('snappy/local-1795248907648.snappy');
  checkContainer(snappyJava, stored, expected);
  checkTruncation(snappyJava, stored);
  checkDamage(snappyJava, stored);

  it('reads on where a second stream begins with a header of its own', async () => {
    const { bytes, report } = await decodeAll(snappyJava, joined(stored, stored));
    expect(bytes.length).toBe(2 * expected.bytes);
    expect(report.damage).toBeUndefined();
  });

  it('reads blocks far larger than the default of 32 KiB', async () => {
    const text = logText(20_000);
    const { bytes } = await decodeAll(snappyJava, joined(HEADER, block(snappyCompress(text))));
    expect(sha256(bytes)).toBe(sha256(text));
  });

  it('keeps the blocks before one that contradicts itself', async () => {
    const good = joined(HEADER, block(snappyCompress(logText(10))));
    // "3 bytes", but the only element is a literal of 2.
    const { bytes, report } = await decodeAll(
      snappyJava,
      joined(good, block(Uint8Array.of(3, 1 << 2, 65, 66))),
    );
    expect(sha256(bytes)).toBe(sha256(logText(10)));
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: good.length });
  });

  it.each([
    ['a block of 2 GB', [0x7f, 0xff, 0xff, 0xff, 1]],
    ['a negative size', [0x82, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['an empty block', [0, 0, 0, 0, 0]],
    ['4 GB out of 10 bytes', [0, 0, 0, 10, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ['60 MiB out of 10 bytes', [0, 0, 0, 10, 0x80, 0x80, 0x80, 0x1e]],
    ['a decoded size without an end', [0, 0, 0, 10, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ])('takes a header that promises %s for damage', async (_, bytes) => {
    const { report } = await decodeAll(snappyJava, joined(HEADER, Uint8Array.from(bytes), noise(100)));
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: HEADER.length });
    expect(report.damage?.detail).toMatch(/impossible block|block size is negative|does not tell/);
  });
});

describe('snappyJava, blocks', () => {
  it('gives back what a snappy compressor was given', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 400 }),
        async (piece, times) => {
          const bytes = joined(...Array.from({ length: times }, () => piece));
          const decoded = await decodeAll(snappyJava, joined(HEADER, block(snappyCompress(bytes))));
          expect(sha256(decoded.bytes)).toBe(sha256(bytes));
          expect(decoded.report.damage).toBeUndefined();
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it('follows copies with offsets of one, two and four bytes', async () => {
    // Literal "abcd", then 4 bytes from 4 back, three times, each with a longer form of the offset.
    const copies = [16, 3 << 2, 97, 98, 99, 100, 1, 4, (3 << 2) | 2, 4, 0, (3 << 2) | 3, 4, 0, 0, 0];
    const { bytes } = await decodeAll(snappyJava, joined(HEADER, block(Uint8Array.from(copies))));
    expect(new TextDecoder().decode(bytes)).toBe('abcdabcdabcdabcd');
  });

  it.each([
    ['reaches back to before the block', [5, 0, 97, 1, 2]],
    ['is longer than the block', [3, 0, 97, (7 << 2) | 1, 1]],
    ['goes on behind the stated size', [1, 0, 97, 0, 98]],
    ['ends in the middle of a literal', [16, 15 << 2, 97]],
  ])('takes a block for damaged that %s', async (_, bytes) => {
    const good = block(snappyCompress(logText(1)));
    const { report, bytes: decoded } = await decodeAll(
      snappyJava,
      joined(HEADER, good, block(Uint8Array.from(bytes))),
    );
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: HEADER.length + good.length });
    expect(sha256(decoded)).toBe(sha256(logText(1)));
  });

  it('reads good blocks after it was given anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (anything) => {
        await decodeAll(snappyJava, joined(HEADER, block(anything)));
        const { bytes } = await decodeAll(snappyJava, joined(HEADER, block(snappyCompress(logText(3)))));
        expect(bytes).toEqual(logText(3));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

function block(compressed: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeInt32BE(compressed.length);
  return joined(size, compressed);
}
