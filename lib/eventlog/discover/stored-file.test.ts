import { describe, expect, it } from 'vitest';
import { newReport } from '../containers/container.ts';
import { gzip } from '../containers/gzip.ts';
import { plain } from '../containers/plain.ts';
import { chunksOf, joined, logText } from '../containers/testing.ts';
import { blobBytes, decoded, firstBytes, withinLineLimit } from './stored-file.ts';

describe('withinLineLimit', () => {
  const read = async (text: string, chunkSize: number) => {
    const report = newReport();
    const chunks: Uint8Array[] = [];
    const open = withinLineLimit(() => chunksOf(new TextEncoder().encode(text), chunkSize), 10);
    for await (const chunk of open(report)) chunks.push(chunk.slice());
    return { text: new TextDecoder().decode(joined(...chunks)), damage: report.damage };
  };

  it.each([1, 3, 100])('lets lines up to the limit pass in chunks of %i bytes', async (chunkSize) => {
    const text = '0123456789\n\n0123456789\n0123456789';
    expect(await read(text, chunkSize)).toEqual({ text, damage: undefined });
  });

  it('ends a text without a line break before it is gathered', async () => {
    const { text, damage } = await read(`0123456789\n${'x'.repeat(1000)}`, 4);
    expect(damage?.kind).toBe('corrupt');
    expect(text.length).toBeLessThan(25);
  });
});

describe('decoded', () => {
  it('blames the archive when the log in it ends early', async () => {
    const around = { kind: 'truncated', atByte: 7, detail: 'the tar archive ends early' } as const;
    const open = decoded((report) => {
      report.damage = around;
      return chunksOf(logText(3));
    }, plain);
    const report = newReport();
    for await (const _ of open(report));
    expect(report.damage).toEqual({ ...around, detail: 'the archive: the tar archive ends early' });
    expect(report.bytesOut).toBe(logText(3).length);
  });

  it('reports what is wrong with the log itself', async () => {
    const report = newReport();
    for await (const _ of decoded(() => chunksOf(Uint8Array.of(0x1f, 0x8b)), gzip)(report));
    expect(report.damage?.kind).toBe('truncated');
  });
});

describe('firstBytes', () => {
  it('reads no more than is wanted, and closes the file', async () => {
    let closed = false;
    async function* file() {
      try {
        for (;;) yield logText(10);
      } finally {
        closed = true;
      }
    }
    expect((await firstBytes(file(), 100_000)).length).toBe(100_000);
    expect(closed).toBe(true);
    expect((await firstBytes(file(), 100_000, (bytes) => bytes.length > 5000)).length).toBeLessThan(8000);
  });
});

describe('blobBytes', () => {
  const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251);

  /** A Blob that notes how far it was read. */
  const watched = () => {
    const blob = new Blob([bytes]);
    const read = { end: 0 };
    const slice = (from: number, to: number) => {
      read.end = Math.max(read.end, Math.min(to, blob.size));
      return blob.slice(from, to);
    };
    return { blob: { size: blob.size, slice } as unknown as Blob, read };
  };

  it('gives all bytes in order', async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of blobBytes(new Blob([bytes]))) chunks.push(chunk);
    expect(joined(...chunks)).toEqual(bytes);
  });

  it('reads no more than a first slice for somebody who looks at the head only', async () => {
    const { blob, read } = watched();
    for await (const _ of blobBytes(blob)) break;
    expect(read.end).toBe(256 * 1024);
  });
});
