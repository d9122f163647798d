import { describe, expect, it } from 'vitest';
import { type OutputInput, outputFiles } from './output-files.ts';

/** Rows as `task rows`, `task value rows` or `task value/value rows`, parted by commas. */
function files(rows: string, parts: Partial<OutputInput> = {}): Readonly<Record<string, number>> {
  const rowGroups = rows.split(', ').flatMap((group) => {
    const words = group.split(' ');
    if (group === '') return [];
    const partition =
      words.length > 2 ? words[1]!.split('/').map((value) => (value === 'null' ? null : value)) : [];
    return [{ task: Number(words[0]), partition, bucket: null, rows: Number(words.at(-1)) }];
  });
  const defaults = { numTasks: 8, partitionBy: [], buckets: undefined, maxRecordsPerFile: 0 };
  return Object.fromEntries(outputFiles({ ...defaults, rowGroups, ...parts }));
}

describe('files written', () => {
  it('are one for each task with rows, and an empty one of the first task', () => {
    expect(files('0 5, 3 5')).toEqual({ '.': 2 });
    expect(files('4 11')).toEqual({ '.': 2 });
    expect(files('')).toEqual({ '.': 1 });
  });

  it('are one for each task and partition value, and none without rows', () => {
    expect(files('0 a 5, 1 a 5, 1 b 5', { partitionBy: ['d'] })).toEqual({ 'd=a': 2, 'd=b': 1 });
    expect(files('', { partitionBy: ['d'] })).toEqual({});
  });

  it('hold at most maxRecordsPerFile rows', () => {
    expect(files('0 125, 1 125', { maxRecordsPerFile: 50 })).toEqual({ '.': 6 });
    expect(files('0 125', { maxRecordsPerFile: 125 })).toEqual({ '.': 1 });
  });

  it('of null and of empty text are the same', () => {
    const merged = files('0 null 30, 0 / 30, 1 null 1', { partitionBy: ['d'], maxRecordsPerFile: 50 });
    expect(merged).toEqual({ 'd=__HIVE_DEFAULT_PARTITION__': 3 });
  });

  it('lie in directories whose names are escaped', () => {
    expect(files('0 10:30/a%b 1', { partitionBy: ['t:x', 'e'] })).toEqual({ 't%3Ax=10%3A30/e=a%25b': 1 });
  });

  it('are one for each bucket of a task, and none for buckets without rows', () => {
    const rowGroups = [0, 1, 2].map((bucket) => ({ task: 3, partition: [], bucket, rows: 10 }));
    expect(files('', { buckets: 4, rowGroups, maxRecordsPerFile: 4 })).toEqual({ '.': 9 });
    expect(files('', { buckets: 4 })).toEqual({});
  });
});
