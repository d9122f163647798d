import { describe, expect, it } from 'vitest';
import { newReport } from '../containers/container.ts';
import { gzip } from '../containers/gzip.ts';
import { plain } from '../containers/plain.ts';
import { chunksOf, joined, logText } from '../containers/testing.ts';
import { blobBytes, decoded, firstBytes, splitPath, withinLineLimit } from './stored-file.ts';

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
  it('stops reading the blob when its reader stops', async () => {
    let cancelled = false;
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(logText(1)),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const _ of blobBytes({ stream: () => stream } as unknown as Blob)) break;
    expect(cancelled).toBe(true);
  });
});

describe('splitPath', () => {
  it.each([
    ['a/b/c', 'a/b', 'c'],
    ['c', '', 'c'],
    ['x.zip!/c', 'x.zip!', 'c'],
  ])('%s lies in %j and is called %s', (path, folder, name) => {
    expect(splitPath(path)).toEqual({ path, folder, name });
  });
});
