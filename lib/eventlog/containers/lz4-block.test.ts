import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLz4, lz4Block } from './lz4-block.ts';
import {
  checkContainer,
  checkDamage,
  checkTruncation,
  decodeAll,
  flipped,
  goldenLog,
  joined,
  logText,
  noise,
  sha256,
} from './testing.ts';
import { xxHash32 } from './xxhash32.ts';

const HEADER_BYTES = 21;
const END_MARK = header({ token: 0x15, storedBytes: 0, size: 0, checksum: 0 });

describe('lz4Block', () => {
  const { stored, expected } = goldenLog('lz4/local-1795248980591.lz4');
  checkContainer(lz4Block, stored, expected);
  checkTruncation(lz4Block, stored);
  checkDamage(lz4Block, stored);

  it('reads on where one stream ends and the next begins', async () => {
    const { bytes, report } = await decodeAll(lz4Block, joined(stored, stored));
    expect(bytes.length).toBe(2 * expected.bytes);
    expect(report.damage).toBeUndefined();
  });

  it('gathers 32 KiB blocks into chunks of hundreds of KiB', async () => {
    const { chunkSizes } = await decodeAll(lz4Block, joined(...Array.from({ length: 10 }, () => stored)));
    expect(Math.min(...chunkSizes.slice(0, -1))).toBeGreaterThan(256 * 1024);
  });

  it('finds a changed byte through the checksum and keeps the blocks before it', async () => {
    const whole = (await decodeAll(lz4Block, stored)).bytes;
    const { bytes, report } = await decodeAll(lz4Block, flipped(stored, stored.length >> 1));
    expect(report.damage?.kind).toBe('corrupt');
    expect(bytes.length).toBeGreaterThanOrEqual(32 * 1024);
    expect(bytes.length % (32 * 1024)).toBe(0);
    expect(sha256(bytes)).toBe(sha256(whole.subarray(0, bytes.length)));
  });

  it('reads blocks that were stored because they did not compress', async () => {
    const { bytes, report } = await decodeAll(lz4Block, joined(rawBlock(noise(1000)), END_MARK));
    expect(sha256(bytes)).toBe(sha256(noise(1000)));
    expect(report.damage).toBeUndefined();
  });

  it('says that a log without its end mark was not finished', async () => {
    const { bytes, report } = await decodeAll(lz4Block, rawBlock(logText(3)));
    expect(sha256(bytes)).toBe(sha256(logText(3)));
    expect(report.damage).toMatchObject({ kind: 'truncated', atByte: HEADER_BYTES + logText(3).length });
  });

  it.each([
    ['a block of 2 GB', { token: 0x2f, storedBytes: 2 ** 31 - 1, size: 2 ** 31 - 1 }],
    ['more than the block size of its token', { token: 0x15, storedBytes: 40_000, size: 40_000 }],
    ['negative sizes', { token: 0x25, storedBytes: -1, size: -1 }],
    ['32 MiB out of 10 bytes', { token: 0x2f, storedBytes: 10, size: 32 << 20 }],
    ['a method that does not exist', { token: 0x35, storedBytes: 10, size: 10 }],
    ['a stored block of two sizes', { token: 0x15, storedBytes: 10, size: 11 }],
  ])('takes a header that promises %s for damage', async (_, fields) => {
    const { bytes, report } = await decodeAll(
      lz4Block,
      joined(header({ ...fields, checksum: 0 }), noise(100)),
    );
    expect(bytes.length).toBe(0);
    expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: 0 });
    expect(report.damage?.detail).toContain('impossible block header');
  });
});

describe('decodeLz4', () => {
  it('repeats what it has already written, also while writing it', () => {
    const out = new Uint8Array(16);
    // 3 literals "abc", a match of 8 bytes 3 back, then 5 literals "12345".
    const block = Uint8Array.of(0x34, 97, 98, 99, 3, 0, 0x50, 49, 50, 51, 52, 53);
    expect(decodeLz4(block, out, 0, 16)).toBe(true);
    expect(new TextDecoder().decode(out)).toBe('abcabcabcab12345');
  });

  it('refuses a match that reaches back to before the block', () => {
    // 1 literal, then a match 2 back.
    expect(decodeLz4(Uint8Array.of(0x10, 97, 2, 0, 0x10, 98), new Uint8Array(20), 10, 16)).toBe(false);
    expect(decodeLz4(Uint8Array.of(0x10, 97, 0, 0, 0x10, 98), new Uint8Array(20), 10, 16)).toBe(false);
    expect(decodeLz4(Uint8Array.of(0x10, 97, 1, 0, 0x10, 98), new Uint8Array(20), 10, 16)).toBe(true);
  });

  it('survives any bytes without writing outside its part of the buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), (block, size) => {
        const out = new Uint8Array(size + 20).fill(7);
        decodeLz4(block, out, 10, 10 + size);
        expect(out.subarray(0, 10)).toEqual(new Uint8Array(10).fill(7));
        expect(out.subarray(10 + size)).toEqual(new Uint8Array(10).fill(7));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

function header(fields: { token: number; storedBytes: number; size: number; checksum: number }): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('LZ4Block');
  bytes[8] = fields.token;
  bytes.writeInt32LE(fields.storedBytes, 9);
  bytes.writeInt32LE(fields.size, 13);
  bytes.writeInt32LE(fields.checksum, 17);
  return new Uint8Array(bytes);
}

function rawBlock(bytes: Uint8Array): Uint8Array {
  const checksum = xxHash32(bytes, 0, bytes.length, 0x9747b28c) & 0x0fffffff;
  return joined(header({ token: 0x15, storedBytes: bytes.length, size: bytes.length, checksum }), bytes);
}
