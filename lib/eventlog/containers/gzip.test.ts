import { constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzip, gzipWith } from './gzip.ts';
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

const zipped = (bytes: Uint8Array, level = 6) => new Uint8Array(gzipSync(bytes, { level }));

describe('gzip', () => {
  const text = goldenLog('none-rolling/eventlog_v2_local-1795249596448/events_1_local-1795249596448');
  const stored = zipped(text.stored);
  checkContainer(gzip, stored, text.expected);
  checkTruncation(gzip, stored);
  checkDamage(gzip, stored);

  it.each([1, 7, 65536])(
    'reads several members in chunks of %i bytes, where browsers see junk',
    async (chunkSize) => {
      const logs = [logText(300), new Uint8Array(0), noise(5000), logText(1)];
      const { bytes, report } = await decodeAll(gzip, joined(...logs.map((log) => zipped(log))), chunkSize);
      expect(sha256(bytes)).toBe(sha256(joined(...logs)));
      expect(report.damage).toBeUndefined();
    },
  );

  it('gathers thousands of tiny members into large chunks', async () => {
    const member = zipped(logText(2));
    const { bytes, chunkSizes } = await decodeAll(
      gzip,
      joined(...Array.from({ length: 4000 }, () => member)),
    );
    expect(bytes.length).toBe(4000 * logText(2).length);
    expect(Math.min(...chunkSizes.slice(0, -1))).toBeGreaterThan(256 * 1024);
  });

  it('skips the name, comment and other fields that a member may carry', async () => {
    const fields = [4, 0, 1, 2, 3, 4, ...Buffer.from('events_1\0'), ...Buffer.from('by hand\0'), 9, 9];
    const file = joined(stored.subarray(0, 10), Uint8Array.from(fields), stored.subarray(10));
    file[3] = 0b11110;
    for (const chunkSize of [1, 65536]) {
      const { bytes, report } = await decodeAll(gzip, file, chunkSize);
      expect(sha256(bytes)).toBe(text.expected.sha256);
      expect(report.damage).toBeUndefined();
    }
  });

  it('takes zeros at the end for padding', async () => {
    const { report } = await decodeAll(gzip, joined(stored, new Uint8Array(5000)));
    expect(report.damage).toBeUndefined();
  });

  it('delivers the log and reports what follows it that is no member', async () => {
    const { bytes, report } = await decodeAll(gzip, joined(stored, logText(3)));
    expect(sha256(bytes)).toBe(text.expected.sha256);
    expect(report.damage).toEqual({
      kind: 'corrupt',
      atByte: stored.length,
      detail: 'bytes that are no gzip member',
    });
  });

  it('delivers a cut log up to the last bytes that say anything', async () => {
    const log = logText(100_000);
    const file = zipped(log);
    const { bytes } = await decodeAll(gzip, file.subarray(0, file.length - 1000));
    expect(bytes.length / log.length).toBeGreaterThan(1 - 1100 / file.length);
  });

  it('finds a changed checksum, and a changed size', async () => {
    for (const fromEnd of [8, 1]) {
      const { bytes, report } = await decodeAll(gzip, flipped(stored, stored.length - fromEnd));
      expect(sha256(bytes)).toBe(text.expected.sha256);
      expect(report.damage).toMatchObject({ kind: 'corrupt', atByte: stored.length - 8 });
    }
  });

  it('finds a changed byte anywhere in the compressed data', async () => {
    for (let at = 12; at < stored.length - 8; at += 997) {
      const { report } = await decodeAll(gzip, flipped(stored, at));
      expect(report.damage).toBeDefined();
    }
  });

  it.each([
    ['stored', 0, constants.Z_DEFAULT_STRATEGY],
    ['with fixed codes', 9, constants.Z_FIXED],
    ['without matches', 9, constants.Z_HUFFMAN_ONLY],
    ['with runs only', 9, constants.Z_RLE],
  ])('reads data that is %s', async (_, level, strategy) => {
    const bytes = joined(logText(5000), noise(100_000), new Uint8Array(200_000));
    const file = new Uint8Array(gzipSync(bytes, { level, strategy }));
    for (const chunkSize of [7, 65536]) {
      expect(sha256((await decodeAll(gzip, file, chunkSize)).bytes)).toBe(sha256(bytes));
    }
  });
});

describe('gzip, where the native decoder', () => {
  const log = logText(5000);
  const several = joined(zipped(log), zipped(noise(3000)), zipped(log));
  const whole = joined(log, noise(3000), log);

  /** A decoder that answers the first piece with `output`; at the second one it fails or goes on in silence. */
  const decoder = (output: Uint8Array, then: 'fails' | 'is done') => () => {
    let pieces = 0;
    return new TransformStream<BufferSource, Uint8Array>({
      transform(_, controller) {
        pieces++;
        if (pieces === 1) controller.enqueue(output);
        else if (then === 'fails') throw new TypeError('junk behind the end');
      },
    });
  };

  it.each([
    ['gives up at once', 0],
    ['gives up inside the first member, whose end it loses', 40_000],
    ['gives up behind the first member, as browsers do', log.length],
    ['gives up inside a later member', log.length + 3100],
  ])('%s, all members are read and no byte comes twice', async (_, bytes) => {
    const container = gzipWith(decoder(whole.subarray(0, bytes), 'fails'));
    const decoded = await decodeAll(container, several, 1000);
    expect(sha256(decoded.bytes)).toBe(sha256(whole));
    expect(decoded.report).toEqual({ bytesIn: several.length, bytesOut: whole.length });
  });

  it('reads several members itself, it is believed', async () => {
    const { bytes, report } = await decodeAll(gzipWith(decoder(whole, 'is done')), several, 1000);
    expect(sha256(bytes)).toBe(sha256(whole));
    expect(report).toEqual({ bytesIn: several.length, bytesOut: whole.length });
  });

  it('loses a part of a damaged log, that part comes all the same', async () => {
    const container = gzipWith(decoder(whole.subarray(0, 10_000), 'fails'));
    const { bytes, report } = await decodeAll(container, several.subarray(0, several.length - 2000), 1000);
    expect(bytes.length).toBeGreaterThan(log.length + 3000);
    expect(sha256(bytes)).toBe(sha256(whole.subarray(0, bytes.length)));
    expect(report.damage?.kind).toBe('truncated');
  });
});
