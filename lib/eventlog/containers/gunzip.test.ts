import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from './gunzip.ts';
import { chunksOf, flipped, joined, logText, noise, sha256 } from './testing.ts';

const zipped = (bytes: Uint8Array, level = 6) => new Uint8Array(gzipSync(bytes, { level }));

async function gunzipped(file: Uint8Array, delivered = 0) {
  const out: Uint8Array[] = [];
  const decoding = gunzip(() => chunksOf(file, 5000), delivered);
  for (;;) {
    const { done, value } = await decoding.next();
    if (done) return { bytes: joined(...out), damage: value };
    out.push(value);
  }
}

describe('gunzip', () => {
  it('leaves out what was delivered before, however much that was', async () => {
    const logs = [logText(2000), noise(3000), logText(10)];
    const whole = joined(...logs);
    const file = joined(...logs.map((log) => zipped(log)));
    for (const delivered of [0, 1, 100_000, logText(2000).length, whole.length - 1, whole.length]) {
      const { bytes, damage } = await gunzipped(file, delivered);
      expect(sha256(bytes)).toBe(sha256(whole.subarray(delivered)));
      expect(damage).toBeUndefined();
    }
  });

  it('does not repeat what it delivered itself before it looked closer at damage', async () => {
    const whole = logText(20_000);
    const file = zipped(whole);
    const { bytes, damage } = await gunzipped(flipped(file, file.length - 3000), 5);
    expect(damage?.kind).toBe('corrupt');
    // A wrong byte gives wrong text before it gives a contradiction.
    const sure = Math.floor(whole.length * 0.95);
    expect(sha256(bytes.subarray(0, sure))).toBe(sha256(whole.subarray(5, 5 + sure)));
  });

  it('knows to the byte where the compressed data contradicts itself', async () => {
    // Blocks of 1000 stored bytes; then one of type 3, which does not exist.
    const block = joined(Uint8Array.of(0, 0xe8, 3, 0x17, 0xfc), noise(1000));
    const start = joined(zipped(noise(1)).subarray(0, 10), ...Array.from({ length: 50 }, () => block));
    const { bytes, damage } = await gunzipped(joined(start, Uint8Array.of(0b111), noise(20_000)));
    expect(damage).toMatchObject({ kind: 'corrupt', atByte: start.length });
    expect(bytes).toEqual(joined(...Array.from({ length: 50 }, () => noise(1000))));
  });

  it('checks the checksum of every member, and delivers up to the end of that one', async () => {
    const [first, second] = [zipped(logText(50)), zipped(logText(60))];
    const broken = joined(first, flipped(second, second.length - 8), first);
    const { bytes, damage } = await gunzipped(broken);
    expect(damage).toMatchObject({ kind: 'corrupt', atByte: first.length + second.length - 8 });
    expect(bytes).toEqual(joined(logText(50), logText(60)));
  });

  it.each([
    ['of one byte', 1],
    ['of three bytes', 3],
    ['of a block', 5000],
  ])('takes zeros at the end for padding: %s', async (_, zeros) => {
    const { bytes, damage } = await gunzipped(joined(zipped(logText(9)), new Uint8Array(zeros)));
    expect(bytes).toEqual(logText(9));
    expect(damage).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 500])('finds %i bytes behind the log that are no member', async (junk) => {
    const file = zipped(logText(9));
    const { damage } = await gunzipped(joined(file, new Uint8Array(junk).fill(88)));
    expect(damage).toMatchObject({ kind: 'corrupt', atByte: file.length });
  });

  it('calls a file truncated wherever it is cut, in the first member or a later one', async () => {
    const file = joined(zipped(logText(3)), zipped(noise(60), 0), zipped(logText(2), 9));
    const ends = [zipped(logText(3)).length, zipped(logText(3)).length + zipped(noise(60), 0).length];
    const whole = joined(logText(3), noise(60), logText(2));
    for (let cut = 3; cut < file.length; cut++) {
      const { bytes, damage } = await gunzipped(file.subarray(0, cut));
      expect([cut, damage?.kind]).toEqual([cut, ends.includes(cut) ? undefined : 'truncated']);
      expect(bytes).toEqual(whole.subarray(0, bytes.length));
    }
  });

  it('survives any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (anything) => {
        const { damage } = await gunzipped(joined(Uint8Array.of(0x1f, 0x8b, 8), anything));
        expect(damage).toBeDefined();
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
