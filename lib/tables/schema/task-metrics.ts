import { bigint, type Column, type Unit } from './column.ts';

/**
 * The task metrics, one entry a column. `tasks`, `stages` and the event reader share this list, so that
 * a metric has one name, one unit and one place in the log's JSON.
 *
 * `path` is the place below "Task Metrics" in a TaskEnd event (Spark class `JsonProtocol`).
 * `stageName` is the name the REST API gives the stage's sum where it differs from the task's.
 */
export interface TaskMetric {
  readonly name: string;
  readonly path: readonly string[];
  readonly unit: Unit;
  readonly doc: string;
  readonly stageName?: string;
  /** Summed over a stage by the REST API; `shuffle_read_bytes` is derived, the rest is in the log. */
  readonly derived?: true;
}

const metric = (name: string, path: string, unit: Unit, doc: string, stageName?: string): TaskMetric => ({
  name,
  path: path.split('/'),
  unit,
  doc,
  ...(stageName ? { stageName } : {}),
});

const PUSH = 'Shuffle Read Metrics/Push Based Shuffle';

export const TASK_METRICS: readonly TaskMetric[] = [
  metric(
    'executor_deserialize_time',
    'Executor Deserialize Time',
    'ms',
    'Time to deserialize the task on the executor.',
  ),
  metric(
    'executor_deserialize_cpu_time',
    'Executor Deserialize CPU Time',
    'ns',
    'CPU time to deserialize the task.',
  ),
  metric(
    'executor_run_time',
    'Executor Run Time',
    'ms',
    'Time the executor spent running the task, fetching shuffle data included.',
  ),
  metric(
    'executor_cpu_time',
    'Executor CPU Time',
    'ns',
    'CPU time of the task on the JVM; Python workers are not counted.',
  ),
  metric('result_size', 'Result Size', 'bytes', 'Size of what the task sent back to the driver.'),
  metric(
    'jvm_gc_time',
    'JVM GC Time',
    'ms',
    'Garbage collection of the whole JVM while the task ran; tasks that share a JVM all count it.',
  ),
  metric('result_serialization_time', 'Result Serialization Time', 'ms', 'Time to serialize the result.'),
  metric(
    'memory_bytes_spilled',
    'Memory Bytes Spilled',
    'bytes',
    'Size in memory of the data that was spilled.',
  ),
  metric('disk_bytes_spilled', 'Disk Bytes Spilled', 'bytes', 'Size on disk of the data that was spilled.'),
  metric(
    'peak_execution_memory',
    'Peak Execution Memory',
    'bytes',
    'Peak memory of the internal structures of shuffles, aggregations and joins.',
  ),
  metric(
    'input_bytes',
    'Input Metrics/Bytes Read',
    'bytes',
    'Bytes read from storage. Spark 4.3 counts little more than the footers of Parquet files.',
  ),
  metric('input_records', 'Input Metrics/Records Read', 'records', 'Records read from storage.'),
  metric('output_bytes', 'Output Metrics/Bytes Written', 'bytes', 'Bytes written to storage.'),
  metric('output_records', 'Output Metrics/Records Written', 'records', 'Records written to storage.'),
  metric(
    'shuffle_remote_blocks_fetched',
    'Shuffle Read Metrics/Remote Blocks Fetched',
    'count',
    'Shuffle blocks fetched from other executors.',
  ),
  metric(
    'shuffle_local_blocks_fetched',
    'Shuffle Read Metrics/Local Blocks Fetched',
    'count',
    'Shuffle blocks read from the same executor.',
  ),
  metric(
    'shuffle_fetch_wait_time',
    'Shuffle Read Metrics/Fetch Wait Time',
    'ms',
    'Time the task waited for remote shuffle blocks.',
  ),
  metric(
    'shuffle_remote_bytes_read',
    'Shuffle Read Metrics/Remote Bytes Read',
    'bytes',
    'Shuffle bytes read from other executors.',
  ),
  metric(
    'shuffle_remote_bytes_read_to_disk',
    'Shuffle Read Metrics/Remote Bytes Read To Disk',
    'bytes',
    'Remote shuffle bytes that went to disk first, because blocks were large.',
  ),
  metric(
    'shuffle_local_bytes_read',
    'Shuffle Read Metrics/Local Bytes Read',
    'bytes',
    'Shuffle bytes read from the same executor.',
  ),
  {
    name: 'shuffle_read_bytes',
    path: [],
    unit: 'bytes',
    doc: 'Shuffle bytes read: remote + local.',
    derived: true,
  },
  metric(
    'shuffle_read_records',
    'Shuffle Read Metrics/Total Records Read',
    'records',
    'Shuffle records read.',
  ),
  metric(
    'shuffle_remote_reqs_duration',
    'Shuffle Read Metrics/Remote Requests Duration',
    'ms',
    'Time the requests for remote blocks took.',
  ),
  metric(
    'shuffle_corrupt_merged_block_chunks',
    `${PUSH}/Corrupt Merged Block Chunks`,
    'count',
    'Push-based shuffle: corrupt merged chunks.',
  ),
  metric(
    'shuffle_merged_fetch_fallback_count',
    `${PUSH}/Merged Fetch Fallback Count`,
    'count',
    'Push-based shuffle: falls back to the original blocks.',
  ),
  metric(
    'shuffle_remote_merged_blocks_fetched',
    `${PUSH}/Merged Remote Blocks Fetched`,
    'count',
    'Push-based shuffle: remote merged blocks.',
    'shuffle_merged_remote_blocks_fetched',
  ),
  metric(
    'shuffle_local_merged_blocks_fetched',
    `${PUSH}/Merged Local Blocks Fetched`,
    'count',
    'Push-based shuffle: local merged blocks.',
    'shuffle_merged_local_blocks_fetched',
  ),
  metric(
    'shuffle_remote_merged_chunks_fetched',
    `${PUSH}/Merged Remote Chunks Fetched`,
    'count',
    'Push-based shuffle: remote merged chunks.',
    'shuffle_merged_remote_chunks_fetched',
  ),
  metric(
    'shuffle_local_merged_chunks_fetched',
    `${PUSH}/Merged Local Chunks Fetched`,
    'count',
    'Push-based shuffle: local merged chunks.',
    'shuffle_merged_local_chunks_fetched',
  ),
  metric(
    'shuffle_remote_merged_bytes_read',
    `${PUSH}/Merged Remote Bytes Read`,
    'bytes',
    'Push-based shuffle: remote merged bytes.',
    'shuffle_merged_remote_bytes_read',
  ),
  metric(
    'shuffle_local_merged_bytes_read',
    `${PUSH}/Merged Local Bytes Read`,
    'bytes',
    'Push-based shuffle: local merged bytes.',
    'shuffle_merged_local_bytes_read',
  ),
  metric(
    'shuffle_remote_merged_reqs_duration',
    `${PUSH}/Merged Remote Requests Duration`,
    'ms',
    'Push-based shuffle: time the requests for merged blocks took.',
    'shuffle_merged_remote_reqs_duration',
  ),
  metric(
    'shuffle_write_bytes',
    'Shuffle Write Metrics/Shuffle Bytes Written',
    'bytes',
    'Shuffle bytes written.',
  ),
  metric(
    'shuffle_write_time',
    'Shuffle Write Metrics/Shuffle Write Time',
    'ns',
    'Time spent writing shuffle data.',
  ),
  metric(
    'shuffle_write_records',
    'Shuffle Write Metrics/Shuffle Records Written',
    'records',
    'Shuffle records written.',
  ),
];

export const METRIC_COUNT = TASK_METRICS.length;

export function metricIndex(name: string): number {
  const index = TASK_METRICS.findIndex((m) => m.name === name);
  if (index < 0) throw new Error(`no task metric ${name}`);
  return index;
}

/** The metric columns of `tasks` (`of: 'task'`) or their sums over a stage (`of: 'stage'`). */
export function metricColumns(of: 'task' | 'stage'): Readonly<Record<string, Column<number | null>>> {
  return Object.fromEntries(
    TASK_METRICS.map((m) => [
      of === 'stage' ? (m.stageName ?? m.name) : m.name,
      bigint(of === 'stage' ? `Sum over the tasks. ${m.doc}` : m.doc, m.unit),
    ]),
  );
}
