import type { Reason } from './end-reasons.ts';
import type { Executor } from './slots.ts';
import type { SparkVersion } from './spark-version.ts';
import type { TaskValues } from './task-fields.ts';

/** A task attempt as Spark class JsonProtocol writes it, keys in its order. */
export interface TaskAttempt {
  readonly stageId: number;
  readonly stageAttempt: number;
  readonly taskId: number;
  readonly index: number;
  readonly attempt: number;
  readonly partition: number;
  readonly launch: number;
  readonly executor: Executor;
  readonly locality: string;
  readonly speculative: boolean;
}

export interface TaskOutcome {
  readonly finish: number;
  readonly reason: Reason;
  /** Without, the event has no "Task Metrics": executors that are gone cannot report. */
  readonly values: TaskValues | undefined;
  readonly accumulables: readonly object[];
}

export function taskStart(task: TaskAttempt, spark: SparkVersion): object {
  return {
    Event: 'SparkListenerTaskStart',
    'Stage ID': task.stageId,
    'Stage Attempt ID': task.stageAttempt,
    'Task Info': taskInfo(task, spark, { finish: 0, failed: false, killed: false, accumulables: [] }),
  };
}

export function taskEnd(task: TaskAttempt, outcome: TaskOutcome, spark: SparkVersion): object {
  const { finish, reason, values, accumulables } = outcome;
  const killed = reason.Reason === 'TaskKilled' || reason.Reason === 'TaskCommitDenied';
  const failed = !killed && reason.Reason !== 'Success' && reason.Reason !== 'Resubmitted';
  return {
    Event: 'SparkListenerTaskEnd',
    'Stage ID': task.stageId,
    'Stage Attempt ID': task.stageAttempt,
    'Task Type': 'ShuffleMapTask',
    'Task End Reason': reason,
    'Task Info': taskInfo(task, spark, { finish, failed, killed, accumulables }),
    ...(spark.isAtLeast('3.0') && { 'Task Executor Metrics': executorMetrics(values?.peaks ?? {}, spark) }),
    ...(values && { 'Task Metrics': taskMetrics(values.metrics, spark) }),
  };
}

function taskInfo(
  task: TaskAttempt,
  spark: SparkVersion,
  end: { finish: number; failed: boolean; killed: boolean; accumulables: readonly object[] },
): object {
  return {
    'Task ID': task.taskId,
    Index: task.index,
    Attempt: task.attempt,
    ...(spark.isAtLeast('3.3') && { 'Partition ID': task.partition }),
    'Launch Time': task.launch,
    'Executor ID': task.executor.id,
    Host: task.executor.host,
    Locality: task.locality,
    Speculative: task.speculative,
    'Getting Result Time': 0,
    'Finish Time': end.finish,
    Failed: end.failed,
    Killed: end.killed,
    Accumulables: end.accumulables,
  };
}

function taskMetrics(of: Readonly<Record<string, number>>, spark: SparkVersion): object {
  const m = (name: string) => of[name] ?? 0;
  return {
    'Executor Deserialize Time': m('executor_deserialize_time'),
    'Executor Deserialize CPU Time': m('executor_deserialize_cpu_time'),
    'Executor Run Time': m('executor_run_time'),
    'Executor CPU Time': m('executor_cpu_time'),
    ...(spark.isAtLeast('3.0') && { 'Peak Execution Memory': m('peak_execution_memory') }),
    ...(spark.isAtLeast('4.1') && {
      'Peak On Heap Execution Memory': 0,
      'Peak Off Heap Execution Memory': 0,
    }),
    'Result Size': m('result_size'),
    'JVM GC Time': m('jvm_gc_time'),
    'Result Serialization Time': m('result_serialization_time'),
    'Memory Bytes Spilled': m('memory_bytes_spilled'),
    'Disk Bytes Spilled': m('disk_bytes_spilled'),
    'Shuffle Read Metrics': {
      'Remote Blocks Fetched': m('shuffle_remote_blocks_fetched'),
      'Local Blocks Fetched': m('shuffle_local_blocks_fetched'),
      'Fetch Wait Time': m('shuffle_fetch_wait_time'),
      'Remote Bytes Read': m('shuffle_remote_bytes_read'),
      'Remote Bytes Read To Disk': m('shuffle_remote_bytes_read_to_disk'),
      'Local Bytes Read': m('shuffle_local_bytes_read'),
      'Total Records Read': m('shuffle_read_records'),
      ...(spark.isAtLeast('3.4') && {
        'Remote Requests Duration': m('shuffle_remote_reqs_duration'),
        'Push Based Shuffle': pushMetrics(m),
      }),
    },
    'Shuffle Write Metrics': {
      'Shuffle Bytes Written': m('shuffle_write_bytes'),
      'Shuffle Write Time': m('shuffle_write_time'),
      'Shuffle Records Written': m('shuffle_write_records'),
    },
    'Input Metrics': { 'Bytes Read': m('input_bytes'), 'Records Read': m('input_records') },
    'Output Metrics': { 'Bytes Written': m('output_bytes'), 'Records Written': m('output_records') },
    'Updated Blocks': [],
  };
}

function pushMetrics(m: (name: string) => number): object {
  return {
    'Corrupt Merged Block Chunks': m('shuffle_corrupt_merged_block_chunks'),
    'Merged Fetch Fallback Count': m('shuffle_merged_fetch_fallback_count'),
    'Merged Remote Blocks Fetched': m('shuffle_remote_merged_blocks_fetched'),
    'Merged Local Blocks Fetched': m('shuffle_local_merged_blocks_fetched'),
    'Merged Remote Chunks Fetched': m('shuffle_remote_merged_chunks_fetched'),
    'Merged Local Chunks Fetched': m('shuffle_local_merged_chunks_fetched'),
    'Merged Remote Bytes Read': m('shuffle_remote_merged_bytes_read'),
    'Merged Local Bytes Read': m('shuffle_local_merged_bytes_read'),
    'Merged Remote Requests Duration': m('shuffle_remote_merged_reqs_duration'),
  };
}

const EXECUTOR_METRICS = [
  'JVMHeapMemory',
  'JVMOffHeapMemory',
  'OnHeapExecutionMemory',
  'OffHeapExecutionMemory',
  'OnHeapStorageMemory',
  'OffHeapStorageMemory',
  'OnHeapUnifiedMemory',
  'OffHeapUnifiedMemory',
  'DirectPoolMemory',
  'MappedPoolMemory',
  'ProcessTreeJVMVMemory',
  'ProcessTreeJVMRSSMemory',
  'ProcessTreePythonVMemory',
  'ProcessTreePythonRSSMemory',
  'ProcessTreeOtherVMemory',
  'ProcessTreeOtherRSSMemory',
  'MinorGCCount',
  'MinorGCTime',
  'MajorGCCount',
  'MajorGCTime',
  'TotalGCTime',
];

function executorMetrics(peaks: Readonly<Record<string, number>>, spark: SparkVersion): object {
  const keys = spark.isAtLeast('4.1')
    ? [...EXECUTOR_METRICS, 'ConcurrentGCCount', 'ConcurrentGCTime']
    : EXECUTOR_METRICS;
  return Object.fromEntries(keys.map((key) => [key, peaks[key] ?? 0]));
}
