import { TASK_METRICS } from '#lib/tables/schema/task-metrics.ts';
import { perTask } from './quantities.ts';
import type { Line } from './run-notation.ts';

/** Short names of stage fields; the column names of `tasks` are understood as well. */
const SHORT: Readonly<Record<string, string>> = {
  read: 'input_bytes',
  records: 'input_records',
  write: 'output_bytes',
  'records-written': 'output_records',
  'shuffle-read': 'shuffle_local_bytes_read',
  'remote-read': 'shuffle_remote_bytes_read',
  'shuffle-records': 'shuffle_read_records',
  'shuffle-write': 'shuffle_write_bytes',
  'shuffle-records-written': 'shuffle_write_records',
  spill: 'disk_bytes_spilled',
  gc: 'jvm_gc_time',
  wait: 'shuffle_fetch_wait_time',
  result: 'result_size',
  memory: 'peak_execution_memory',
  run: 'executor_run_time',
  deserialize: 'executor_deserialize_time',
  serialize: 'result_serialization_time',
};

const PEAKS: Readonly<Record<string, string>> = {
  heap: 'JVMHeapMemory',
  'python-memory': 'ProcessTreePythonRSSMemory',
  'jvm-gc-total': 'TotalGCTime',
};

export interface TaskValues {
  readonly duration: number;
  /** By column of `tasks`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** By key of "Task Executor Metrics". */
  readonly peaks: Readonly<Record<string, number>>;
}

/** What every task of a stage did, by index. */
export function taskValues(stage: Line, count: number): readonly TaskValues[] {
  const list = (field: string, otherwise: string) => perTask(stage.get(field) ?? otherwise, count);
  const durations = list('ms', '10');
  const delays = list('delay', '0');
  const cpu = stage.has('cpu') ? list('cpu', '0') : undefined;
  const columns = new Map<string, readonly number[]>();
  const peaks = new Map<string, readonly number[]>();
  for (const field of stage.fields) {
    const column = SHORT[field] ?? field;
    if (TASK_METRICS.some((metric) => metric.name === column)) columns.set(column, list(field, '0'));
    else if (PEAKS[field]) peaks.set(PEAKS[field], list(field, '0'));
  }
  return durations.map((duration, i) => {
    const metrics = Object.fromEntries([...columns].map(([name, values]) => [name, values[i]!]));
    const overhead =
      delays[i]! + (metrics.executor_deserialize_time ?? 0) + (metrics.result_serialization_time ?? 0);
    const run = Math.max(0, duration - overhead);
    const disk = metrics.disk_bytes_spilled ?? 0;
    return {
      duration,
      metrics: {
        executor_run_time: run,
        executor_cpu_time: (cpu ? cpu[i]! : run) * 1e6,
        memory_bytes_spilled: 4 * disk,
        ...metrics,
      },
      peaks: Object.fromEntries([...peaks].map(([name, values]) => [name, values[i]!])),
    };
  });
}

export const STAGE_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(SHORT),
  ...Object.keys(PEAKS),
  ...TASK_METRICS.map((metric) => metric.name),
  'ms',
  'delay',
  'cpu',
]);
