import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Batch } from '#lib/tables/batch.ts';
import { logOfFiles } from '#lib/testing/log-of-files.ts';
import { readSource } from '#lib/testing/read-run.ts';
import { runLines, runText } from '#lib/testing/run-text.ts';
import type { DecodeReport } from './containers/container.ts';
import { type IngestProgress, ingest, type LogToRead } from './ingest.ts';

const RUN = `
  app nightly
  job 0
    stage 0  tasks 40  ms 10..20  fails 1
    stage 1  tasks 4  ms 500  spill 1 MiB`;

const encoder = new TextEncoder();

const twoFiles = () => {
  const lines = runLines(RUN).map((line) => `${line}\n`);
  return { events_1: lines.slice(0, 30).join(''), events_2: lines.slice(30).join('') };
};
const ignore = { onBatch: () => undefined };

async function progressOf(log: LogToRead): Promise<readonly IngestProgress[]> {
  const all: IngestProgress[] = [];
  await ingest(log, { ...ignore, onProgress: (progress) => all.push(progress) });
  return all;
}

describe('progress', () => {
  it('grows to the size of the files and never beyond, over all of them', async () => {
    const files = twoFiles();
    const total = encoder.encode(Object.values(files).join('')).length;
    const all = await progressOf(logOfFiles(files, 1000));
    const read = all.map(({ bytesRead }) => bytesRead);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(new Set(all.map(({ bytesTotal }) => bytesTotal))).toEqual(new Set([total]));
    expect(all.at(-1)).toMatchObject({ bytesRead: total, bytesDecoded: total, jobs: 1, stages: 2 });
  });

  it('tells what was found so far, the application before its tasks', async () => {
    const all = await progressOf(logOfFiles(twoFiles(), 1000));
    expect(all[0]).toMatchObject({ application: 'nightly', tasks: 0 });
    const events = all.map((progress) => progress.events);
    expect(events).toEqual(events.toSorted((a, b) => a - b));
    expect(all.at(-1)).toMatchObject({ tasks: 45, events: runLines(RUN).length });
  });

  it('names the stages with most task time while reading', async () => {
    const all = await progressOf(logOfFiles({ log: runText(RUN) }, 1 << 20));
    expect(all.at(-1)).toMatchObject({
      failedTasks: 1,
      leaders: [
        { stage: '1.0', tasks: 4, runMs: 2000 },
        { stage: '0.0', tasks: 41 },
      ],
    });
  });
});

describe('ingest', () => {
  it('says how much it read', async () => {
    const files = twoFiles();
    const bytes = encoder.encode(Object.values(files).join('')).length;
    const stats = await ingest(logOfFiles(files, 1000), ignore);
    expect(stats).toMatchObject({ files: 2, bytes, bytesDecoded: bytes, unreadableLines: 0 });
    expect(stats.events).toBe(runLines(RUN).length);
    expect(stats.eventsParsed).toBeLessThan(stats.events);
  });

  it('stops when it is told to, closes the file and hands over no totals', async () => {
    const controller = new AbortController();
    const count = { opened: 0, closed: 0 };
    const tables: string[] = [];
    const reading = ingest(logOfFiles(twoFiles(), 1000, count), {
      signal: controller.signal,
      onBatch: ({ table }: Batch) => void tables.push(table),
      onProgress: ({ tasks }) => {
        if (tasks > 0) controller.abort();
      },
    });
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(count).toEqual({ opened: 1, closed: 1 });
    expect(tables).toEqual([]);
  });

  it('keeps what came before a damage of the file, and says where it is', async () => {
    const [part] = logOfFiles({ log: runText(RUN) }, 1000).parts;
    const damage = { kind: 'truncated', detail: 'the last block ends too early', atByte: 700 } as const;
    const open = (report: DecodeReport) => {
      report.damage = damage;
      return part!.open(report);
    };
    const log = { parts: [{ ...part!, open }], inProgress: true, missingParts: [2, 5], compacted: true };
    const run = await readSource(log);
    expect(run.facts()).toEqual(['compacted 1', 'file-truncated 1', 'parts-missing 2']);
    expect(run.row('ledger', { fact: 'file-truncated' })).toMatchObject({
      source_file: 'log',
      position: 700,
      detail: expect.stringContaining('too early (the application had not closed its log)'),
    });
    expect(run.rows('tasks')).toHaveLength(45);
  });

  it('waits until all rows are taken', async () => {
    let taken = 0;
    const onBatch = async ({ length }: Batch) => {
      await setImmediate();
      taken += length;
    };
    await ingest(logOfFiles(twoFiles(), 1000), { onBatch });
    expect(taken).toBeGreaterThan(45);
  });

  it('fails when rows cannot be taken, and only there: nothing is left to fail unheard', async () => {
    const many = 'job 0\n stage 0  tasks 7000';
    const onBatch = async () => Promise.reject(new Error('the disk of the database is full'));
    await expect(ingest(logOfFiles({ log: runText(many) }, 64 << 10), { onBatch })).rejects.toThrow(
      'is full',
    );
  });
});
