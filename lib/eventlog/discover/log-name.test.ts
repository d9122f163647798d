import { describe, expect, it } from 'vitest';
import { parseLogName, withoutCodec } from './log-name.ts';

describe('parseLogName', () => {
  it.each([
    ['events_1_app-7', { log: 'app-7', index: 1, isCompact: false }],
    [
      'events_12_application_1700000000000_0042_1.zstd',
      { log: 'application_1700000000000_0042_1', index: 12 },
    ],
    ['events_5_app-7.lz4.compact', { log: 'app-7', index: 5, isCompact: true }],
    ['events_2_app-7.zstd.gz', { log: 'app-7', index: 2 }],
  ])('%s is a file of a rolled log', (name, expected) => {
    expect(parseLogName(name)).toMatchObject({ kind: 'rolling', ...expected });
  });

  it.each([
    ['appstatus_app-7', false],
    ['appstatus_app-7.inprogress', true],
  ])('%s tells whether the rolled log is complete', (name, inProgress) => {
    expect(parseLogName(name)).toEqual({ kind: 'status', log: 'app-7', inProgress });
  });

  it.each([
    ['eventlog', undefined],
    ['eventlog-2026-01-31--09-30.gz', '2026-01-31--09-30'],
    ['eventlog-2026-01-31--09-30', '2026-01-31--09-30'],
  ])('%s is a file of a Databricks log', (name, rolledAt) => {
    expect(parseLogName(name)).toEqual({ kind: 'databricks', rolledAt });
  });

  it.each([
    ['app-7.zstd', 'app-7', false],
    ['app-7_2.snappy.inprogress', 'app-7_2', true],
    ['local-1700000000000', 'local-1700000000000', false],
    ['my log (copy).txt', 'my log (copy).txt', false],
    ['eventlog-notes', 'eventlog-notes', false],
    ['events_of_the_day.gz', 'events_of_the_day', false],
  ])('%s is a log of its own', (name, log, inProgress) => {
    expect(parseLogName(name)).toEqual({ kind: 'single', log, inProgress });
  });

  it.each([
    '.events_1_app-7.crc',
    '.DS_Store',
    '_SUCCESS',
    'app-7.crc',
    'events_5_app-7.zstd.compact.inprogress',
  ])('%s only accompanies a log', (name) => {
    expect(parseLogName(name).kind).toBe('noise');
  });
});

describe('withoutCodec', () => {
  it('leaves a name that is nothing but a codec', () => {
    expect(withoutCodec('.gz')).toBe('.gz');
    expect(withoutCodec('gz')).toBe('gz');
  });
});
