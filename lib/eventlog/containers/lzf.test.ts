import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLzf, lzf } from './lzf.ts';
import {
  checkContainer,
  checkDamage,
  checkTruncation,
  decodeAll,
  goldenLog,
  joined,
  noise,
  sha256,
} from './testing.ts';

describe('lzf', () => {
  const { stored, expected } = goldenLog('lzf/app-20261121081938-0000.lzf');
  checkContainer(lzf, stored, expected);
  checkTruncation(lzf, stored);
  checkDamage(lzf, stored);

  it('reads chunks that were stored because they did not compress', async () => {
    const chunk = joined(Uint8Array.of(0x5a, 0x56, 0, 1000 >> 8, 1000 & 255), noise(1000));
    const { bytes, report } = await decodeAll(lzf, joined(chunk, chunk));
    expect(sha256(bytes)).toBe(sha256(joined(noise(1000), noise(1000))));
    expect(report.damage).toBeUndefined();
  });

  it('keeps the chunks before bytes that are no chunk', async () => {
    const { bytes, report } = await decodeAll(lzf, joined(stored, new Uint8Array(100)));
    expect(sha256(bytes)).toBe(expected.sha256);
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: stored.length });
  });

  it('takes a chunk for damage whose data gives more than its stated size', async () => {
    // Two literals, but one byte is stated.
    const { report } = await decodeAll(lzf, Uint8Array.of(0x5a, 0x56, 1, 0, 3, 0, 1, 1, 65, 66));
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: 0 });
  });
});

describe('decodeLzf', () => {
  it('repeats what it has already written, with short and long matches', () => {
    const out = new Uint8Array(24);
    // 3 literals, 5 bytes from 3 back, then 16 (9 + 7) bytes from 1 back.
    expect(decodeLzf(Uint8Array.of(2, 97, 98, 99, 3 << 5, 2, 7 << 5, 7, 0), out, 0, 24)).toBe(true);
    expect(new TextDecoder().decode(out)).toBe(`abcabcab${'b'.repeat(16)}`);
  });

  it('refuses a match that reaches back to before the chunk', () => {
    // 1 literal, then 3 bytes from 2 back, or from 1 back.
    expect(decodeLzf(Uint8Array.of(0, 97, 1 << 5, 1), new Uint8Array(20), 10, 14)).toBe(false);
    expect(decodeLzf(Uint8Array.of(0, 97, 1 << 5, 0), new Uint8Array(20), 10, 14)).toBe(true);
  });

  it('survives any bytes without writing outside its part of the buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), (block, size) => {
        const out = new Uint8Array(size + 20).fill(7);
        decodeLzf(block, out, 10, 10 + size);
        expect(out.subarray(0, 10)).toEqual(new Uint8Array(10).fill(7));
        expect(out.subarray(10 + size)).toEqual(new Uint8Array(10).fill(7));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
