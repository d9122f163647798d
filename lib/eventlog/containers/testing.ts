import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Container, DecodeReport } from './container.ts';
import { newReport } from './container.ts';
import { sniffContainer } from './sniff.ts';

/** What every test of a container needs, and the checks that all containers have to pass. */

const GOLDEN = new URL('../../../golden/containers/', import.meta.url);

interface Expected {
  readonly bytes: number;
  readonly sha256: string;
}

/** A real log of golden/containers, with what an independent decoder made of it (see expect.py there). */
export function goldenLog(path: string): { stored: Uint8Array; expected: Expected } {
  const all = JSON.parse(readFileSync(new URL('expected.json', GOLDEN), 'utf8')) as Record<string, Expected>;
  return { stored: new Uint8Array(readFileSync(new URL(path, GOLDEN))), expected: all[path]! };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Plausible event-log text, different in every line. */
export function logText(lines: number): Uint8Array {
  const line = (i: number) =>
    `{"Event":"SparkListenerTaskEnd","Stage ID":${i % 7},"Task Info":{"Task ID":${i},"Launch Time":${17e11 + i * i}}}\n`;
  return new TextEncoder().encode(Array.from({ length: lines }, (_, i) => line(i)).join(''));
}

/** Random bytes that are the same every time. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

export function joined(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 0xff;
  return copy;
}

/** Chunks of `size` bytes in one buffer that is overwritten for the next, as the contract allows. */
export async function* chunksOf(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(size, bytes.length));
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    buffer.set(chunk);
    yield buffer.subarray(0, chunk.length);
    buffer.fill(0xaa);
  }
}

export async function decodeAll(
  container: Container,
  stored: Uint8Array,
  chunkSize?: number,
): Promise<{ bytes: Uint8Array; report: DecodeReport; chunkSizes: number[] }> {
  const report = newReport();
  const chunks: Uint8Array[] = [];
  for await (const chunk of container.decode(() => chunksOf(stored, chunkSize), report))
    chunks.push(chunk.slice());
  const bytes = joined(...chunks);
  expect(report.bytesOut).toBe(bytes.length);
  return { bytes, report, chunkSizes: chunks.map((chunk) => chunk.length) };
}

/** The checks of a container on one log of it that is complete. */
export function checkContainer(container: Container, stored: Uint8Array, expected: Expected): void {
  it('is recognized by its first bytes', () => {
    expect(sniffContainer(stored.subarray(0, 16)).id).toBe(container.id);
    expect(sniffContainer(new Uint8Array(0)).id).toBe('plain');
    expect(sniffContainer(logText(1)).id).toBe('plain');
  });

  it('decodes to the log that was written', async () => {
    const { bytes, report } = await decodeAll(container, stored);
    expect(sha256(bytes)).toBe(expected.sha256);
    expect(report).toEqual({ bytesIn: stored.length, bytesOut: expected.bytes });
  });

  it.each([1, 7, 64 * 1024])('decodes the same when the file arrives in chunks of %i bytes', async (size) => {
    const { bytes, report } = await decodeAll(container, stored, size);
    expect(sha256(bytes)).toBe(expected.sha256);
    expect(report.damage).toBeUndefined();
  });

  it('stops reading the file when the reader stops early', async () => {
    let closed = false;
    async function* file() {
      try {
        for (;;) yield* chunksOf(stored, 1000);
      } finally {
        closed = true;
      }
    }
    for await (const chunk of container.decode(file, newReport())) if (chunk.length > 0) break;
    expect(closed).toBe(true);
  });

  it('passes on the failure of a file that cannot be read', async () => {
    async function* file() {
      yield stored.subarray(0, 100);
      throw new Error('the disk is gone');
    }
    const reading = async () => {
      for await (const _ of container.decode(file, newReport()));
    };
    await expect(reading()).rejects.toThrow('the disk is gone');
  });
}

/** A log cut anywhere gives a beginning of the whole, and says that it is cut. */
export function checkTruncation(container: Container, stored: Uint8Array): void {
  const cuts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => Math.floor((stored.length * tenth) / 10));
  it.each([5, ...cuts, stored.length - 1])(
    'cut after %i bytes, gives what is there and says so',
    async (cut) => {
      const whole = (await decodeAll(container, stored)).bytes;
      for (const chunkSize of [7, 64 * 1024]) {
        const { bytes, report } = await decodeAll(container, stored.subarray(0, cut), chunkSize);
        expect(report.damage?.kind).toBe('truncated');
        expect(report.damage?.atByte).toBeLessThanOrEqual(cut);
        expect(sha256(bytes)).toBe(sha256(whole.subarray(0, bytes.length)));
        if (cut > stored.length / 2) expect(bytes.length).toBeGreaterThan(0);
      }
    },
  );
}

/** A log with wrong bytes in it never throws, and never makes much more than the whole log is. */
export function checkDamage(container: Container, stored: Uint8Array): void {
  it('survives wrong bytes anywhere', async () => {
    const whole = (await decodeAll(container, stored)).bytes.length;
    for (let round = 0; round < 200; round++) {
      const damaged = stored.slice();
      const [high, low, ...values] = noise(6, round);
      const at = (high! * 256 + low!) % (round % 2 ? stored.length : 100);
      damaged.set(values, Math.min(at, stored.length - values.length));
      const { bytes, report } = await decodeAll(container, damaged, 5000);
      expect(bytes.length).toBeLessThanOrEqual(2 * whole);
      expect(report.damage?.atByte ?? 0).toBeLessThanOrEqual(stored.length);
    }
  });
}
