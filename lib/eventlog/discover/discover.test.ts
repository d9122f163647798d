import { openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { joined, noise } from '../containers/testing.ts';
import { discoverLogs } from './discover.ts';
import {
  bytesOf,
  discovered,
  eventLog,
  type Files,
  given,
  signed,
  TASK_END,
  tarEntry,
  tarOf,
  textOf,
  zipOf,
} from './testing.ts';

const gz = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));
const zst = (content: string | Uint8Array) => new Uint8Array(zstdCompressSync(content));

/** The logs as "id: text of all parts", and what was ignored as "path: reason". */
async function summary(files: Files) {
  const { logs, ignored } = await discovered(files);
  const texts = await Promise.all(logs.map(async (log) => [log.id, (await textOf(log)).text] as const));
  return {
    logs: Object.fromEntries(texts),
    ignored: ignored.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

describe('discoverLogs', () => {
  it('finds a log by its content, whatever its name', async () => {
    const { logs } = await discovered({ 'strange name.png': eventLog({ id: 'app-7', name: 'etl' }) });
    expect(logs).toHaveLength(1);
    expect(logs[0]).toMatchObject({
      id: 'strange name.png',
      title: 'etl',
      layout: 'single',
      application: { id: 'app-7', name: 'etl', sparkVersion: '3.5.8', startTime: 1_700_000_007_000 },
      bytes: eventLog({ id: 'app-7', name: 'etl' }).length,
    });
    expect((await textOf(logs[0])).text).toBe(eventLog({ id: 'app-7', name: 'etl' }));
  });

  it.each([
    ['a byte order mark', `\ufeff${eventLog()}`],
    ['blank lines', `\n\n${eventLog()}`],
    ['Windows line ends', eventLog().replaceAll('\n', '\r\n')],
    ['broken lines', `{"Event":"Spark\ngarbage\n${eventLog()}`],
    ['any event, as later files of a rolled log do', TASK_END],
  ])('finds a log that starts with %s', async (_, content) => {
    expect((await discovered({ log: content })).logs).toHaveLength(1);
  });

  it('goes by the content where the suffix is wrong', async () => {
    const { logs } = await discovered({
      'a.zstd': eventLog({ id: 'app-1' }),
      b: zst(eventLog({ id: 'app-2' })),
    });
    expect(logs.map(({ parts }) => parts[0]?.container)).toEqual(['plain', 'zstd']);
  });

  it('finds the start of an application behind a long list of settings', async () => {
    const settings = `{"Event":"SparkListenerEnvironmentUpdate","x":"${'y'.repeat(350_000)}"}\n`;
    const [version, start] = eventLog({ name: 'etl' }).split(/(?<=\n)/);
    const content = version + settings + start;
    for (const stored of [content, gz(content), zst(content)]) {
      expect((await discovered({ log: stored })).logs[0]?.title).toBe('etl');
    }
  });

  it('joins the files of a rolled log in a folder, beside other logs', async () => {
    const folder = 'logs/eventlog_v2_app-1';
    const { logs } = await summary({
      [`${folder}/events_2_app-1.zstd`]: zst(TASK_END),
      [`${folder}/appstatus_app-1.inprogress`]: '',
      [`${folder}/events_1_app-1.zstd`]: zst(eventLog()),
      'logs/app-2': eventLog({ id: 'app-2' }),
    });
    expect(logs).toEqual({ [folder]: eventLog() + TASK_END, 'logs/app-2': eventLog({ id: 'app-2' }) });
  });

  it('knows that a rolled log is in progress from its empty marker file', async () => {
    const { logs, ignored } = await discovered({
      'f/appstatus_app-1.inprogress': '',
      'f/.events_1_app-1.crc': 'crc',
      'f/events_1_app-1': eventLog(),
    });
    expect(logs[0]?.inProgress).toBe(true);
    expect(ignored.map(({ isMarker }) => isMarker)).toEqual([true, true]);
  });

  it('reads a Databricks folder from the oldest file to the current one', async () => {
    const { logs } = await summary({
      'c/eventlog': TASK_END,
      'c/eventlog-2026-01-01--00-00.gz': gz(eventLog()),
    });
    expect(logs).toEqual({ c: eventLog() + TASK_END });
  });

  it('marks the second of two copies of a log', async () => {
    const { logs } = await discovered({
      a: eventLog(),
      'a.gz': gz(eventLog()),
      b: eventLog({ attempt: '2' }),
    });
    expect(logs.map(({ duplicateOf }) => duplicateOf)).toEqual([undefined, 'a', undefined]);
  });

  it('keeps what is readable of a cut log and reports the cut when it is read', async () => {
    const { logs } = await discovered({ 'a.gz': gz(eventLog() + TASK_END.repeat(1000)).subarray(0, 200) });
    const { text, reports } = await textOf(logs[0]);
    expect(text.startsWith(eventLog().slice(0, 50))).toBe(true);
    expect(reports[0]?.damage?.kind).toBe('truncated');
  });

  it('reads the real logs of the golden folder from disk', async () => {
    const golden = new URL('../../../golden/containers/', import.meta.url);
    const paths = [
      'zstd/local-1795247915800.zstd',
      'lz4/local-1795248980591.lz4',
      'lzf/app-20261121081938-0000.lzf',
    ];
    const files = paths.map(async (path) => ({
      path,
      blob: await openAsBlob(fileURLToPath(new URL(path, golden))),
    }));
    const { logs } = await discoverLogs(await Promise.all(files));
    expect(logs.map(({ application }) => [application?.id, application?.sparkVersion])).toEqual([
      ['local-1795247915800', '3.5.8'],
      ['local-1795248980591', '3.5.8'],
      ['app-20261121081938-0000', '4.3.0'],
    ]);
  });
});

describe('discoverLogs, archives', () => {
  const folder = 'eventlog_v2_app-1_1';
  const attempts: Files = {
    [`${folder}/appstatus_app-1_1`]: '',
    [`${folder}/events_1_app-1_1.zstd`]: zst(eventLog({ attempt: '1' })),
    [`${folder}/events_2_app-1_1.zstd`]: zst(TASK_END),
    'app-1_2': eventLog({ attempt: '2' }),
  };

  it.each([
    ['zip', () => zipOf(attempts, { dataDescriptor: true })],
    ['tar', async () => tarOf(attempts)],
    ['tar.gz', async () => gz(tarOf(attempts))],
    ['tar.zst', async () => zst(tarOf(attempts))],
    ['zip.gz', async () => gz(await zipOf(attempts))],
  ])('reads all attempts of an application from a %s', async (suffix, archive) => {
    const { logs, ignored } = await discovered({ [`download.${suffix}`]: await archive() });
    expect(logs.map(({ application }) => application?.attempt)).toEqual(['1', '2']);
    expect((await textOf(logs[0])).text).toBe(eventLog({ attempt: '1' }) + TASK_END);
    expect((await textOf(logs[1])).text).toBe(eventLog({ attempt: '2' }));
    expect(ignored).toHaveLength(1);
  });

  it('can read a log of an archive again and again, also at the same time', async () => {
    const { logs } = await discovered({ 'a.tar.gz': gz(tarOf({ a: noise(100_000), b: eventLog() })) });
    const texts = await Promise.all([textOf(logs[0]), textOf(logs[0])]);
    expect(texts.map(({ text }) => text)).toEqual([eventLog(), eventLog()]);
  });

  it('reads a log that was compressed twice, and keeps it with the other files of its log', async () => {
    const { logs } = await summary({
      'events_1_a.zstd.gz': gz(zst(eventLog())),
      'events_2_a.zstd': zst(TASK_END),
    });
    expect(Object.values(logs)).toEqual([eventLog() + TASK_END]);
  });

  it('opens archives in archives, but not endlessly', async () => {
    const twice = await zipOf({ 'b.tar.gz': gz(tarOf({ 'c.zip': await zipOf({ log: eventLog() }) })) });
    expect(await summary({ 'a.zip': twice })).toEqual({
      logs: { 'a.zip!/b.tar.gz!/c.zip!/log': eventLog() },
      ignored: [],
    });
    const deeper = await summary({ 'x.tar': tarOf({ 'a.zip': twice }) });
    expect(deeper).toEqual({
      logs: {},
      ignored: ['x.tar!/a.zip!/b.tar.gz!/c.zip: an archive inside 3 other archives'],
    });
  });

  it('shows entries that try to leave the archive under a harmless name', async () => {
    const { logs } = await discovered({ 'a.tar': tarOf({ '../../outside.json': eventLog() }) });
    expect(logs[0]?.parts[0]?.path).toBe('a.tar!/outside.json');
  });

  it('lists the logs of a cut archive, and says of the last one that it is cut', async () => {
    const tar = tarOf({ a: eventLog({ id: 'app-1' }), b: eventLog({ id: 'app-2' }) + TASK_END.repeat(100) });
    for (const archive of [tar.subarray(0, 4000), gz(tar.subarray(0, 4000))]) {
      const { logs, ignored } = await discovered({ archive });
      expect(ignored).toMatchObject([{ path: 'archive', reason: expect.stringContaining('ends early') }]);
      const damages = await Promise.all(
        logs.map(async (log) => (await textOf(log)).reports[0]?.damage?.kind),
      );
      expect(damages).toEqual([undefined, 'truncated']);
    }
  });

  it('says so when a compressed archive is damaged', async () => {
    const archive = gz(tarOf({ a: eventLog({ id: 'app-1' }), b: noise(500_000) }));
    const { logs, ignored } = await discovered({ archive: archive.subarray(0, 300_000) });
    expect(logs).toHaveLength(1);
    expect(ignored.at(-1)?.reason).toContain('damaged tar archive');
  });

  it('gives up on an archive bomb', async () => {
    // A log, 600 MiB of zeros, and another log that is not reached, in less than 100 KB.
    const zeros = zst(new Uint8Array(20 << 20));
    const header = Buffer.from(tarEntry('zeros', new Uint8Array(0)));
    header.write(`${(600 << 20).toString(8).padStart(11, '0')}\0`, 124);
    const bomb = joined(
      zst(joined(tarEntry('log', bytesOf(eventLog())), signed(header))),
      ...Array.from({ length: 30 }, () => zeros),
      zst(tarOf({ late: eventLog({ id: 'app-2' }) })),
    );
    const { logs, ignored } = await discovered({ bomb });
    expect(logs.map(({ id }) => id)).toEqual(['bomb!/log']);
    expect(ignored.at(-1)?.path).toBe('bomb');
    expect(ignored.at(-1)?.reason).toContain('more than 500 times its size');
  });

  it('gives up on an archive with more files than anybody has', async () => {
    const entry = tarEntry('empty', new Uint8Array(0));
    const { ignored } = await discovered({ many: joined(...Array.from({ length: 20_010 }, () => entry)) });
    expect(ignored).toHaveLength(20_001);
    expect(ignored.at(-1)?.reason).toContain('more than 20000 files');
  });
});

describe('discoverLogs, other files', () => {
  it('says of each what it is', async () => {
    const { ignored } = await summary({
      'photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
      nothing: '',
      'data.csv.gz': gz('id,name\n1,ada\n2,bob\n'),
      'half.zstd': zst(eventLog()).subarray(0, 20),
      'empty.zip': await zipOf({}),
      'office.docx': await zipOf({ '[Content_Types].xml': '<?xml?>' }),
      'secret.zip': await zipOf({ log: eventLog() }, { password: 'x' }),
      'cut.zip': (await zipOf({ log: eventLog() })).subarray(0, 100),
    });
    expect(ignored).toEqual([
      'photo.png: a PNG image, not an event log',
      'nothing: an empty file',
      'data.csv.gz: gzip-compressed: a CSV table, not an event log',
      'half.zstd: zstd, but nothing of it can be decoded: the file ends inside a zstd frame',
      'empty.zip: an archive without files',
      'office.docx: a Microsoft Office document, not an event log',
      'secret.zip!/log: encrypted: the archive has a password',
      'cut.zip: a zip archive that is cut short',
    ]);
  });

  it('goes on when a file cannot be read', async () => {
    const gone = new Blob(['x']);
    gone.slice = () => {
      throw new DOMException('The requested file could not be read', 'NotReadableError');
    };
    const { logs, ignored } = await discoverLogs([
      { path: 'gone', blob: gone },
      ...given({ log: eventLog() }),
    ]);
    expect(logs).toHaveLength(1);
    expect(ignored[0]?.reason).toBe('cannot be read (The requested file could not be read)');
  });

  it('finds nothing in nothing', async () => {
    expect(await discoverLogs([])).toEqual({ logs: [], ignored: [] });
  });
});
