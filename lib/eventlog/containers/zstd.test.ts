import { constants, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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
import { zstd } from './zstd.ts';

const compressed = (bytes: Uint8Array, params: Record<number, number> = {}) =>
  new Uint8Array(zstdCompressSync(bytes, { params }));

describe('zstd', () => {
  const { stored, expected } = goldenLog('zstd/local-1795247915800.zstd');
  checkContainer(zstd, stored, expected);
  checkTruncation(zstd, stored);
  checkDamage(zstd, stored);

  it('reads the log of an application that still runs', async () => {
    const { stored, expected } = goldenLog('zstd-inprogress/local-1795250286156.zstd.inprogress');
    expect(sha256((await decodeAll(zstd, stored)).bytes)).toBe(expected.sha256);
  });

  it.each([1, 7, 65536])('reads hundreds of frames in chunks of %i bytes', async (chunkSize) => {
    const lines = Array.from({ length: 500 }, (_, i) => logText(i % 9));
    const { bytes, report } = await decodeAll(
      zstd,
      joined(...lines.map((line) => compressed(line))),
      chunkSize,
    );
    expect(sha256(bytes)).toBe(sha256(joined(...lines)));
    expect(report.damage).toBeUndefined();
  });

  it('reads a log that a person compressed again with the largest window', async () => {
    // The same 1 MiB of noise 20 MiB later compresses only if the window reaches that far.
    const far = joined(noise(1 << 20), new Uint8Array(20 << 20), noise(1 << 20));
    const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_enableLongDistanceMatching]: 1 };
    const file = compressed(far, params);
    expect(file.length).toBeLessThan(1.2 * (1 << 20));
    const { bytes, report } = await decodeAll(zstd, file);
    expect(sha256(bytes)).toBe(sha256(far));
    expect(report.damage).toBeUndefined();
  });

  it('refuses a window larger than 128 MiB instead of allocating it', async () => {
    // A frame header without sizes whose window descriptor asks for 2^31 bytes.
    const { report } = await decodeAll(
      zstd,
      joined(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xa8), noise(100)),
    );
    expect(report.damage?.kind).toBe('corrupt');
    expect(report.damage?.detail).toContain('window');
  });

  it('knows that a frame is complete which fills the output buffer exactly', async () => {
    for (const size of [1 << 20, 2 << 20]) {
      const { bytes, report } = await decodeAll(zstd, compressed(new Uint8Array(size).fill(65)));
      expect(bytes.length).toBe(size);
      expect(report.damage).toBeUndefined();
    }
  });

  it('delivers what does not fit into the output buffer at the end of the file', async () => {
    // 64 KiB, then 1 MiB in blocks of 128 KiB: half of the last one is behind the full buffer of 1 MiB.
    const pieces = [noise(64 << 10), new Uint8Array(1 << 20).fill(65)];
    const { bytes, report } = await decodeAll(zstd, joined(...pieces.map((piece) => compressed(piece))));
    expect(sha256(bytes)).toBe(sha256(joined(...pieces)));
    expect(report.damage).toBeUndefined();
  });

  it('delivers what does not fit into the output buffer where the file is cut', async () => {
    // 64 KiB, then noise in stored blocks of 128 KiB, behind a frame header of 9 bytes; cut behind the eighth.
    const file = joined(compressed(new Uint8Array(64 << 10)), compressed(noise(2 << 20)));
    const cut = compressed(new Uint8Array(64 << 10)).length + 9 + 8 * (3 + (128 << 10));
    const { bytes, report } = await decodeAll(zstd, file.subarray(0, cut));
    expect(bytes.length).toBe((64 << 10) + (1 << 20));
    expect(report.damage).toMatchObject({ kind: 'truncated', atByte: cut });
  });

  it('skips frames that carry something else', async () => {
    const skippable = Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3);
    expect(zstd.sniff(skippable)).toBe(true);
    const { bytes, report } = await decodeAll(zstd, joined(skippable, compressed(logText(5)), skippable));
    expect(sha256(bytes)).toBe(sha256(logText(5)));
    expect(report.damage).toBeUndefined();
  });

  it('delivers everything before the frame whose checksum does not match', async () => {
    const checked = { [constants.ZSTD_c_checksumFlag]: 1 };
    const good = compressed(logText(100), checked);
    const bad = compressed(logText(50), checked);
    const { bytes, report } = await decodeAll(zstd, joined(good, flipped(bad, bad.length - 1), good));
    expect(sha256(bytes.subarray(0, logText(100).length))).toBe(sha256(logText(100)));
    expect(report.damage?.kind).toBe('corrupt');
    expect(report.damage?.atByte).toBeGreaterThan(good.length);
    expect(report.damage?.atByte).toBeLessThan(good.length + bad.length);
  });

  it('delivers everything before bytes that are no frame', async () => {
    const frame = compressed(logText(100));
    const { bytes, report } = await decodeAll(zstd, joined(frame, noise(1000)));
    expect(sha256(bytes)).toBe(sha256(logText(100)));
    expect(report.damage).toEqual({
      kind: 'corrupt',
      atByte: frame.length,
      detail: 'bytes that are no zstd frame',
    });
  });

  it('reads several logs at the same time, and again after a reader stopped early', async () => {
    const file = compressed(logText(30_000));
    const one = zstd.decode(() => chunks(file), { bytesIn: 0, bytesOut: 0 })[Symbol.asyncIterator]();
    const first = (await one.next()).value!.slice();
    const other = await decodeAll(zstd, file);
    const second = (await one.next()).value!.slice();
    expect(sha256(joined(first, second))).toBe(sha256(other.bytes.subarray(0, first.length + second.length)));
    await one.return?.();
    expect(sha256((await decodeAll(zstd, file)).bytes)).toBe(sha256(logText(30_000)));
  });
});

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000);
}
