import { describe, expect, it } from 'vitest';
import { outputFiles } from '../files/output-files.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { type WritingTask, writtenFiles } from './written-files.ts';

const write = (tasks: readonly WritingTask[], changes: Partial<Knobs> = {}, keys = 1000) =>
  writtenFiles(tasks, keys, 0, { ...DEFAULT_KNOBS, ...changes });
const tasksOf = (count: number, rows: number): readonly WritingTask[] =>
  Array(count).fill({ rows, keys: rows });

describe('writtenFiles', () => {
  it('makes 73,000 files of 200 tasks that all have rows of 365 days', () => {
    const { files, directories } = write(tasksOf(200, 1_000_000), {
      partitionBy: 'another column',
      partitionValues: 365,
    });
    expect([files, directories]).toEqual([73_000, 365]);
  });

  it('makes 24 files of 8 tasks with 125 rows and at most 50 in a file', () => {
    expect(write(tasksOf(8, 125), { maxRecordsPerFile: 50 }).files).toBe(24);
  });

  it('makes a file for each key where rows lie by key and are partitioned by it', () => {
    const { files, directories } = write(tasksOf(4, 25), { partitionBy: 'the key' }, 100);
    expect([files, directories]).toEqual([100, 100]);
  });

  it.each([[[5, 0, 7]], [[0, 0, 7]], [[0, 0, 0]], [[100]]])(
    'agrees with the rule for tasks of %o rows',
    (rows) => {
      const expected = outputFiles({
        numTasks: rows.length,
        partitionBy: [],
        buckets: undefined,
        maxRecordsPerFile: 6,
        rowGroups: rows.map((each, task) => ({ task, partition: [], bucket: null, rows: each })),
      });
      const made = write(
        rows.map((each) => ({ rows: each, keys: each })),
        { maxRecordsPerFile: 6 },
      );
      expect(made.files).toBe([...expected.values()].reduce((sum, each) => sum + each, 0));
      expect(made.computed.kind).toBe('exact');
    },
  );
});
