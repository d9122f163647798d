import { describe, expect, it } from 'vitest';
import { newReport } from '../containers/container.ts';
import { flipped, joined, logText, noise } from '../containers/testing.ts';
import { type Files, zipOf } from './testing.ts';
import { isZip, readZip, zipProblem } from './zip.ts';

async function read(archive: Uint8Array) {
  const found: {
    name: string;
    size: number;
    bytes: Uint8Array;
    damage: string | undefined;
    reason?: string;
  }[] = [];
  for await (const entry of readZip(new Blob([archive.slice()]))) {
    const { name, size } = entry;
    const report = newReport();
    const chunks: Uint8Array[] = [];
    if (!entry.unreadable) for await (const chunk of entry.open(report)) chunks.push(chunk.slice());
    const reason = entry.unreadable?.reason;
    found.push({
      name,
      size,
      bytes: joined(...chunks),
      damage: report.damage?.detail,
      ...(reason && { reason }),
    });
  }
  return found;
}

const FILES: Files = { 'dir/log': logText(3000), empty: '', ünïcode: noise(70_000) };

describe('readZip', () => {
  it.each([
    ['deflated', {}],
    ['stored', { level: 0 }],
    ['deflated with sizes behind the data, as Java writes it', { dataDescriptor: true }],
    ['stored with sizes behind the data', { level: 0, dataDescriptor: true }],
    ['in the format for huge archives (Zip64)', { zip64: true }],
    ['in the format for huge archives with sizes behind the data', { zip64: true, dataDescriptor: true }],
  ])('reads entries that are %s', async (_, options) => {
    const found = await read(await zipOf(FILES, options));
    expect(found.map(({ name }) => name)).toEqual(Object.keys(FILES));
    expect(found[0]).toEqual({
      name: 'dir/log',
      size: logText(3000).length,
      bytes: logText(3000),
      damage: undefined,
    });
    expect(found[1]!.bytes.length).toBe(0);
    expect(found[2]!.bytes).toEqual(noise(70_000));
  });

  it('reads an archive behind other bytes, and with some after it', async () => {
    const found = await read(joined(noise(1000), await zipOf(FILES), noise(100)));
    expect(found[0]!.bytes).toEqual(logText(3000));
  });

  it('does not list folders', async () => {
    expect((await read(await zipOf({ 'dir/': '', 'dir/a': 'a' }))).map(({ name }) => name)).toEqual([
      'dir/a',
    ]);
  });

  it('lists entries with a password and says so', async () => {
    const [entry] = await read(await zipOf({ a: 'secret' }, { password: 'x' }));
    expect(entry?.reason).toContain('password');
  });

  it('delivers a damaged entry up to the damage', async () => {
    const archive = await zipOf({ log: logText(20_000) });
    const [entry] = await read(flipped(archive, archive.length >> 1));
    expect(entry?.damage).toMatch(/damaged|checksum/);
    expect(entry?.bytes.length).toBeGreaterThan(100_000);
  });

  it('delivers a small damaged entry up to the damage too', async () => {
    const archive = await zipOf({ log: logText(500) });
    const [entry] = await read(flipped(archive, 4000));
    expect(entry?.damage).toMatch(/damaged|checksum/);
    expect(entry?.bytes.subarray(0, 30_000)).toEqual(logText(500).subarray(0, 30_000));
  });

  it('says that the checksum of an entry is wrong', async () => {
    // A stored entry has nothing else that shows it: 30 bytes of header, the name, then the content.
    const archive = await zipOf({ log: logText(10) }, { level: 0 });
    const [entry] = await read(flipped(archive, 100));
    expect(entry?.damage).toContain('checksum');
  });

  it('lets go of an entry that is not read to its end, and of twenty of them', async () => {
    const archive = await zipOf({ log: logText(20_000) });
    for (let i = 0; i < 20; i++) {
      for await (const entry of readZip(new Blob([archive.slice()]))) {
        for await (const chunk of entry.open(newReport())) if (chunk.length > 0) break;
      }
    }
    expect((await read(archive))[0]?.bytes).toEqual(logText(20_000));
  });

  it('passes on the failure of an archive that cannot be read', async () => {
    const blob = new Blob([(await zipOf({ log: logText(20_000) })).slice()]);
    const slice = blob.slice.bind(blob);
    for await (const entry of readZip(blob)) {
      blob.slice = (from = 0, to = 0) => {
        const part = slice(from, to);
        if (to - from > 1000)
          part.stream = () => {
            throw new DOMException('gone', 'NotReadableError');
          };
        return part;
      };
      const reading = async () => {
        for await (const _ of entry.open(newReport()));
      };
      await expect(reading()).rejects.toThrow(DOMException);
    }
  });

  it('finds that an entry is not where the table of contents says', async () => {
    const archive = await zipOf({ log: logText(10) });
    const [entry] = await read(flipped(archive, 0));
    expect(entry?.damage).toContain('no entry');
  });

  it('fails with a reason when the end of the archive is missing', async () => {
    const archive = await zipOf(FILES);
    const failure = await read(archive.subarray(0, archive.length - 100)).catch((error: Error) => error);
    expect(zipProblem((failure as Error).message).reason).toBe('a zip archive that is cut short');
  });
});

describe('isZip', () => {
  it('sees archives, empty ones, and parts of split ones', async () => {
    expect(isZip(await zipOf(FILES))).toBe(true);
    expect(isZip(await zipOf({}))).toBe(true);
    expect(isZip(Uint8Array.of(0x50, 0x4b, 7, 8))).toBe(true);
    expect(isZip(new TextEncoder().encode('PK is a text'))).toBe(false);
  });
});
