import type { QueryRunner } from '../query-runner.ts';

/** What a figure counts, for its formatting. */
export type FigureUnit = 'ms' | 'bytes' | 'count' | 'share';

/** One figure of the whole run; `sql` returns exactly it. */
export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  /** What it means, for those who wonder. */
  readonly meaning: string;
  readonly sql: string;
}

/** A figure with its value; null means that the log does not tell. */
export type KeyFigureRow = KeyFigure & { readonly value: number | null };

const sumOfTasks = (column: string) => `SELECT sum(${column})::BIGINT FROM tasks`;

export const KEY_FIGURES: readonly KeyFigure[] = [
  {
    id: 'duration',
    label: 'Duration',
    unit: 'ms',
    meaning: 'From the start of the application to its end.',
    sql: 'SELECT duration FROM application',
  },
  {
    id: 'in-jobs',
    label: 'First to last job',
    unit: 'ms',
    meaning: 'From the start of the first job to the end of the last. Shares of the run are shares of this.',
    sql: 'SELECT CASE WHEN EXISTS (FROM jobs) THEN window_ms END FROM run_window',
  },
  {
    id: 'no-job',
    label: 'Without a job',
    unit: 'ms',
    meaning: 'Time between jobs and after the last one, in which the executors waited for the driver.',
    sql: 'SELECT CASE WHEN EXISTS (FROM jobs) THEN coalesce(sum(gap_ms), 0)::BIGINT END FROM job_gaps',
  },
  {
    id: 'slot-use',
    label: 'Slots in use',
    unit: 'share',
    meaning:
      'Share of the slot time, from the first job to the last, in which a task ran. A slot is a core for one task. Above 100 % where tasks are so short that their times in the log overlap.',
    sql: 'SELECT slot_ms_used / nullif(slot_ms_offered, 0) FROM run_window',
  },
  {
    id: 'task-time',
    label: 'Task time',
    unit: 'ms',
    meaning: 'Durations of all task attempts added up, failed ones included.',
    sql: sumOfTasks('duration'),
  },
  {
    id: 'gc',
    label: 'Garbage collection',
    unit: 'share',
    meaning:
      'Share of the executor run time that went into garbage collection. Tasks that share a JVM all count it.',
    sql: 'SELECT sum(jvm_gc_time) / nullif(sum(executor_run_time), 0) FROM tasks',
  },
  {
    id: 'input',
    label: 'Input',
    unit: 'bytes',
    meaning: 'Bytes read from storage. Spark 4.3 counts little more than the footers of Parquet files.',
    sql: sumOfTasks('input_bytes'),
  },
  {
    id: 'output',
    label: 'Output',
    unit: 'bytes',
    meaning: 'Bytes written to storage.',
    sql: sumOfTasks('output_bytes'),
  },
  {
    id: 'shuffle-write',
    label: 'Shuffle written',
    unit: 'bytes',
    meaning: 'Bytes that tasks wrote for later stages.',
    sql: sumOfTasks('shuffle_write_bytes'),
  },
  {
    id: 'shuffle-read',
    label: 'Shuffle read',
    unit: 'bytes',
    meaning: 'Bytes that tasks read from earlier stages, from other executors and their own.',
    sql: sumOfTasks('shuffle_read_bytes'),
  },
  {
    id: 'spill',
    label: 'Spilled to disk',
    unit: 'bytes',
    meaning: 'Bytes that did not fit in memory and went to disk and back.',
    sql: sumOfTasks('disk_bytes_spilled'),
  },
  {
    id: 'failed',
    label: 'Failed attempts',
    unit: 'count',
    meaning: 'Task attempts that failed. Killed ones, such as the loser of a speculative pair, do not count.',
    sql: "SELECT count(*) FROM tasks WHERE status = 'FAILED'",
  },
];

/** What is this run in figures? One row, one column a figure. */
const KEY_FIGURES_SQL = `
SELECT
${KEY_FIGURES.map(({ id, sql }) => `  (${sql}) AS "${id}"`).join(',\n')}`;

export async function keyFigures(query: QueryRunner): Promise<readonly KeyFigureRow[]> {
  const [row] = await query<Readonly<Record<string, number | null>>>(KEY_FIGURES_SQL);
  return KEY_FIGURES.map((figure) => ({ ...figure, value: row?.[figure.id] ?? null }));
}
