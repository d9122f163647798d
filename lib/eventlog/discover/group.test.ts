import { describe, expect, it } from 'vitest';
import { plain } from '../containers/plain.ts';
import type { Application } from './event-log-source.ts';
import { groupLogs } from './group.ts';
import { blobFile } from './stored-file.ts';

/** One log file a word: its path, or `path=<application id>@<start>` where its head tells the application. */
function grouped(files: string, statuses = '') {
  const logs = words(files).map((word) => {
    const [path, id, start] = word.split(/[=@]/);
    const application: Application | undefined = id ? { id, startTime: Number(start) } : undefined;
    return { file: blobFile(path!, new Blob(['12345'])), container: plain, application };
  });
  return groupLogs(logs, words(statuses));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const paths = (log: { parts: readonly { path: string }[] } | undefined) =>
  log?.parts.map(({ path }) => path).join(' ');

describe('groupLogs, files of a rolled log', () => {
  it('are one log, read by number and not by name', () => {
    const { logs } = grouped('f/events_10_app f/events_9_app f/events_1_app f/events_2_app');
    expect(logs).toHaveLength(1);
    expect(paths(logs[0])).toBe('f/events_1_app f/events_2_app f/events_9_app f/events_10_app');
    expect(logs[0]).toMatchObject({ layout: 'rolling', missingParts: [3, 4, 5, 6, 7, 8], bytes: 20 });
  });

  it('are told apart by application and attempt when they were dropped without their folders', () => {
    const { logs } = grouped('events_1_app-1 events_1_app-2 events_2_app-1 events_1_app-1_2');
    expect(logs.map(paths)).toEqual(['events_1_app-1 events_2_app-1', 'events_1_app-2', 'events_1_app-1_2']);
    expect(logs.map(({ id }) => id)).toEqual([
      'eventlog_v2_app-1',
      'eventlog_v2_app-2',
      'eventlog_v2_app-1_2',
    ]);
  });

  it('are told apart by folder', () => {
    const { logs } = grouped('x/eventlog_v2_app/events_1_app y/eventlog_v2_app/events_1_app');
    expect(logs.map(({ id }) => id)).toEqual(['x/eventlog_v2_app', 'y/eventlog_v2_app']);
  });

  it('may lack the first, which is said', () => {
    expect(grouped('events_3_app').logs[0]).toMatchObject({ missingParts: [1, 2], title: 'app' });
  });

  it('may have a number so high that not every gap can be listed', () => {
    expect(grouped('events_999999999_app').logs[0]?.missingParts).toHaveLength(10_000);
  });

  it('are in progress while their status file says so', () => {
    const inProgress = (statuses: string) => grouped('f/events_1_app', statuses).logs[0]?.inProgress;
    expect(inProgress('f/appstatus_app.inprogress')).toBe(true);
    expect(inProgress('f/appstatus_app')).toBe(false);
    expect(inProgress('f/appstatus_app f/appstatus_app.inprogress')).toBe(false);
    expect(inProgress('g/appstatus_app.inprogress f/appstatus_app_2.inprogress')).toBe(false);
    expect(inProgress('')).toBe(false);
  });

  it('that a summary replaces are not read', () => {
    const { logs } = grouped('events_1_a events_2_a events_3_a events_3_a.compact events_4_a events_6_a');
    expect(paths(logs[0])).toBe('events_3_a.compact events_4_a events_6_a');
    expect(logs[0]).toMatchObject({
      compacted: true,
      droppedParts: ['events_1_a', 'events_2_a', 'events_3_a'],
      missingParts: [5],
      bytes: 15,
    });
  });

  it('that were summarized twice start with the last summary', () => {
    const { logs } = grouped('events_2_a.zstd.compact events_5_a.zstd.compact events_6_a.zstd');
    expect(paths(logs[0])).toBe('events_5_a.zstd.compact events_6_a.zstd');
  });

  it('that are there compressed and unpacked are read once', () => {
    const { logs, ignored } = grouped('events_1_a.zstd events_1_a events_2_a');
    expect(paths(logs[0])).toBe('events_1_a.zstd events_2_a');
    expect(ignored).toEqual([{ path: 'events_1_a', reason: 'a second copy of a part of this log' }]);
  });
});

describe('groupLogs, files of a Databricks log', () => {
  it('are one log by the dates in their names, the one without a date last', () => {
    const { logs } = grouped(
      'c/1/eventlog c/1/eventlog-2026-01-02--00-30.gz c/1/eventlog-2025-12-31--23-30.gz c/2/eventlog',
    );
    expect(logs.map(({ layout, id }) => [layout, id])).toEqual([
      ['databricks', 'c/1'],
      ['single', 'c/2/eventlog'],
    ]);
    expect(paths(logs[0])).toBe(
      'c/1/eventlog-2025-12-31--23-30.gz c/1/eventlog-2026-01-02--00-30.gz c/1/eventlog',
    );
  });
});

describe('groupLogs, logs in one file', () => {
  it('are in progress when their name says so', () => {
    const { logs } = grouped('app-1.zstd app-2.zstd.inprogress');
    expect(logs.map(({ title, inProgress }) => [title, inProgress])).toEqual([
      ['app-1', false],
      ['app-2', true],
    ]);
  });

  it('get ids of their own even when they are called the same', () => {
    expect(grouped('log log log').logs.map(({ id }) => id)).toEqual(['log', 'log (2)', 'log (3)']);
  });

  it('of one application that started at one time are the same log', () => {
    const { logs } = grouped('a=app-1@100 b=app-1@100 c=app-1@100 d=app-1@200 e=app-2@100 f f');
    expect(logs.map(({ duplicateOf }) => duplicateOf)).toEqual([
      undefined,
      'a',
      'a',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
