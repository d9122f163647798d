import { describe, expect, it } from 'vitest';
import { chunksOf, joined, noise } from '../containers/testing.ts';
import { isTar, partOf, readTar } from './tar.ts';
import { bytesOf, signed, tarEntry, tarOf } from './testing.ts';

async function read(archive: Uint8Array, { headBytes = 1000, chunkSize = 700 } = {}) {
  const entries = readTar(chunksOf(archive, chunkSize), headBytes);
  const found: { name: string; offset: number; size: number; head: Uint8Array }[] = [];
  for (;;) {
    const { done, value } = await entries.next();
    if (done) return { found, problem: value };
    found.push(value);
  }
}

describe('readTar', () => {
  it('lists files with their place, size and first bytes', async () => {
    const { found, problem } = await read(tarOf({ a: 'hello', 'dir/b': noise(3000), c: '' }));
    expect(problem).toBeUndefined();
    expect(found.map(({ name, offset, size }) => [name, offset, size])).toEqual([
      ['a', 512, 5],
      ['dir/b', 1536, 3000],
      ['c', 5120, 0],
    ]);
    expect(found[1]!.head).toEqual(noise(3000).slice(0, 1000));
  });

  it('reads names too long for the header, in the ways of pax, GNU and ustar', async () => {
    const long = `${'folder/'.repeat(30)}events_1_app-1`;
    const record = `path=${long}\n`;
    const pax = `${record.length + 4} ${record}`;
    const prefixed = Buffer.from(tarEntry('events_1_app-1', bytesOf('c')));
    prefixed.write('a/long/folder', 345);
    const archive = joined(
      tarEntry('pax', bytesOf(pax), 'x'),
      tarEntry('short', bytesOf('a')),
      tarEntry('././@LongLink', bytesOf(`${long}\0`), 'L'),
      tarEntry('short', bytesOf('b')),
      signed(prefixed.subarray(0, 512)),
      prefixed.subarray(512),
    );
    const { found } = await read(archive);
    expect(found.map(({ name }) => name)).toEqual([long, long, 'a/long/folder/events_1_app-1']);
  });

  it('lists regular files only: no folders, links or devices', async () => {
    const archive = joined(
      ...['5', '2', '3', 'g', '0', '\0'].map((type) => tarEntry(`type ${type}`, bytesOf(''), type)),
    );
    expect((await read(archive)).found.map(({ name }) => name)).toEqual(['type 0', 'type ']);
  });

  it('says that an archive is cut, after listing what is there', async () => {
    const archive = tarOf({ a: noise(1000), b: noise(1000) });
    const { found, problem } = await read(archive.subarray(0, 2200));
    expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(problem?.kind).toBe('truncated');
  });

  it('stops at a header that does not match its checksum', async () => {
    const archive = tarOf({ a: noise(1000), b: noise(1000) });
    archive[1536 + 3]! ^= 1;
    const { found, problem } = await read(archive);
    expect(found.map(({ name }) => name)).toEqual(['a']);
    expect(problem?.kind).toBe('corrupt');
  });

  it('refuses a long name of a gigabyte', async () => {
    const header = Buffer.from(tarEntry('././@LongLink', new Uint8Array(0), 'L'));
    header.write('10000000000\0', 124);
    expect((await read(joined(signed(header), noise(2000)))).problem?.kind).toBe('corrupt');
  });

  it('understands sizes that take more than octal digits', async () => {
    const header = Buffer.from(tarEntry('big', new Uint8Array(0)));
    header.fill(0, 124, 136).writeUInt8(0x80, 124);
    header.writeUInt32BE(3, 131);
    const { found } = await read(joined(signed(header), noise(10)));
    expect(found[0]!.size).toBe(3 * 256);
  });
});

describe('isTar', () => {
  it('goes by the checksum', () => {
    expect(isTar(tarOf({ a: 'hello' }))).toBe(true);
    expect(isTar(new Uint8Array(512))).toBe(false);
    expect(isTar(noise(512))).toBe(false);
    expect(isTar(tarOf({ a: 'hello' }).subarray(0, 511))).toBe(false);
  });
});

describe('partOf', () => {
  it.each([1, 7, 1000])('takes out a part of chunks of %i bytes', async (chunkSize) => {
    const bytes = noise(500);
    for (const [offset, size] of [
      [0, 500],
      [3, 0],
      [13, 99],
      [400, 1000],
    ] as const) {
      const part: Uint8Array[] = [];
      for await (const chunk of partOf(chunksOf(bytes, chunkSize), offset, size)) part.push(chunk.slice());
      expect(joined(...part)).toEqual(bytes.slice(offset, offset + size));
    }
  });
});
