import { type Computed, input } from '../computed.ts';
import { distinctValues } from '../estimate/partial-aggregate.ts';
import type { Knobs } from './knobs.ts';

/** What the last stage leaves on disk. */
export interface WrittenFiles {
  readonly files: number;
  readonly directories: number;
  readonly bytes: number;
  /** In the order of the tasks. */
  readonly filesPerTask: Float64Array;
  readonly computed: Computed;
}

/** What a task writes: its rows, and how many different keys they have. */
export interface WritingTask {
  readonly rows: number;
  readonly keys: number;
}

/**
 * How many files a write makes: one for each task and directory that it has rows for, or more where
 * spark.sql.files.maxRecordsPerFile cuts them; the first task writes one even without rows. Source: FileFormatWriter,
 * SingleDirectoryDataWriter, DynamicPartitionDataSingleWriter. Exact without partitionBy; with it, how many values meet in
 * a task is an estimate.
 */
export function writtenFiles(
  tasks: readonly WritingTask[],
  allKeys: number,
  bytes: number,
  knobs: Knobs,
): WrittenFiles {
  const filesPerTask = Float64Array.from(tasks, (task, i) => filesOf(task, i === 0, knobs));
  const files = filesPerTask.reduce((sum, each) => sum + each, 0);
  const rows = tasks.reduce((sum, task) => sum + task.rows, 0);
  const isPlain = knobs.partitionBy === 'nothing';
  return {
    files,
    directories: directoriesOf(rows, allKeys, knobs),
    bytes,
    filesPerTask,
    computed: {
      value: files,
      unit: 'files',
      formula: isPlain
        ? 'tasks with rows, each with ceil(rows / rows in a file at most) files'
        : 'sum over tasks of the directories that a task has rows for, each with ceil(rows / rows in a file at most) files',
      inputs: [
        input('tasks', tasks.length, 'tasks'),
        input('tasks with rows', tasks.filter((task) => task.rows > 0).length, 'tasks'),
        input('rows', rows, 'rows'),
        input('rows in a file at most', knobs.maxRecordsPerFile, 'rows', 'spark.sql.files.maxRecordsPerFile'),
      ],
      source: 'FileFormatWriter, DynamicPartitionDataSingleWriter',
      kind: isPlain ? 'exact' : 'estimate',
    },
  };
}

function directoriesOf(rows: number, allKeys: number, { partitionBy, partitionValues }: Knobs): number {
  if (partitionBy === 'nothing') return 1;
  return partitionBy === 'the key' ? Math.min(allKeys, rows) : distinctValues(partitionValues, rows);
}

function filesOf({ rows, keys }: WritingTask, isFirst: boolean, knobs: Knobs): number {
  const { partitionBy, partitionValues, maxRecordsPerFile } = knobs;
  if (partitionBy === 'nothing') return rows === 0 ? Number(isFirst) : pieces(rows, maxRecordsPerFile);
  const values = partitionBy === 'the key' ? Math.min(keys, rows) : distinctValues(partitionValues, rows);
  return values === 0 ? 0 : values * pieces(rows / values, maxRecordsPerFile);
}

function pieces(rows: number, most: number): number {
  return most > 0 ? Math.ceil(rows / most) : 1;
}
