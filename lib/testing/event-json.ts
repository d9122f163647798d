import type { Executor } from './slots.ts';
import type { SparkVersion } from './spark-version.ts';

/** Events other than those of tasks, as Spark class JsonProtocol writes them, keys in its order. */

export interface RddText {
  readonly id: number;
  readonly name: string;
  readonly partitions: number;
  /** Words: memory, disk, off-heap, deserialized. None for an RDD that is not cached. */
  readonly level: readonly string[];
}

export interface StageText {
  readonly id: number;
  readonly attempt: number;
  readonly name: string;
  readonly tasks: number;
  readonly parents: readonly number[];
  readonly rdds: readonly RddText[];
}

export function storageLevel(level: readonly string[]): object {
  return {
    'Use Disk': level.includes('disk'),
    'Use Memory': level.includes('memory'),
    'Use Off Heap': level.includes('off-heap'),
    Deserialized: level.includes('deserialized'),
    Replication: 1,
  };
}

export function stageInfo(stage: StageText, more: object = {}): object {
  const { 'Submission Time': submitted, ...rest } = more as { readonly 'Submission Time'?: number };
  return {
    'Stage ID': stage.id,
    'Stage Attempt ID': stage.attempt,
    'Stage Name': stage.name,
    'Number of Tasks': stage.tasks,
    'RDD Info': stage.rdds.map((rdd) => ({
      'RDD ID': rdd.id,
      Name: rdd.name,
      Callsite: stage.name,
      'Parent IDs': [],
      'Storage Level': storageLevel(rdd.level),
      Barrier: false,
      DeterministicLevel: 'DETERMINATE',
      'Number of Partitions': rdd.partitions,
      'Number of Cached Partitions': 0,
      'Memory Size': 0,
      'Disk Size': 0,
    })),
    'Parent IDs': stage.parents,
    Details: `org.example.Main.main(Main.scala:${stage.id})`,
    ...(submitted !== undefined && { 'Submission Time': submitted }),
    ...{ Accumulables: [], 'Resource Profile Id': 0, ...rest },
  };
}

export function executorAdded(executor: Executor, time: number): object {
  return {
    Event: 'SparkListenerExecutorAdded',
    Timestamp: time,
    'Executor ID': executor.id,
    'Executor Info': {
      Host: executor.host,
      'Total Cores': executor.cores,
      'Log Urls': {},
      Attributes: {},
      Resources: {},
      'Resource Profile Id': 0,
    },
  };
}

export function executorRemoved(executor: Executor): object {
  return {
    Event: 'SparkListenerExecutorRemoved',
    Timestamp: executor.until,
    'Executor ID': executor.id,
    'Removed Reason': executor.lossReason ?? 'idle',
  };
}

export function blockManagerAdded(executor: Executor, time: number, memory: number): object {
  return {
    Event: 'SparkListenerBlockManagerAdded',
    'Block Manager ID': { 'Executor ID': executor.id, Host: executor.host, Port: 4000 },
    'Maximum Memory': memory,
    Timestamp: time,
    'Maximum Onheap Memory': memory,
    'Maximum Offheap Memory': 0,
  };
}

export function applicationStart(name: string, id: string, time: number, user: string): object {
  return {
    Event: 'SparkListenerApplicationStart',
    'App Name': name,
    'App ID': id,
    Timestamp: time,
    User: user,
  };
}

export function applicationEnd(time: number, spark: SparkVersion): object {
  return {
    Event: 'SparkListenerApplicationEnd',
    Timestamp: time,
    ...(spark.isAtLeast('4.0') && { ExitCode: 0 }),
  };
}

/** `section` as in EnvironmentUpdate, e.g. "Spark Properties". */
export function environmentUpdate(sections: Readonly<Record<string, Record<string, string>>>): object {
  return {
    Event: 'SparkListenerEnvironmentUpdate',
    'JVM Information': { 'Java Home': '/jvm', 'Java Version': '17.0.1', 'Scala Version': 'version 2.13.18' },
    'Spark Properties': {},
    'Hadoop Properties': {},
    'System Properties': {},
    'Metrics Properties': {},
    'Classpath Entries': {},
    ...sections,
  };
}

export function jobEnd(id: number, time: number, failure: string | undefined): object {
  const result =
    failure === undefined
      ? { Result: 'JobSucceeded' }
      : { Result: 'JobFailed', Exception: { Message: failure, 'Stack Trace': [] } };
  return { Event: 'SparkListenerJobEnd', 'Job ID': id, 'Completion Time': time, 'Job Result': result };
}

export interface BatchText {
  readonly query: string;
  readonly batch: number;
  readonly time: number;
  readonly duration: number;
  /** By source. */
  readonly rows: readonly number[];
  readonly stateRows: number | undefined;
}

export function queryProgress(batch: BatchText): object {
  return {
    Event: 'org.apache.spark.sql.streaming.StreamingQueryListener$QueryProgressEvent',
    progress: {
      id: `id-${batch.query}`,
      runId: `run-${batch.query}`,
      name: batch.query,
      timestamp: new Date(batch.time).toISOString(),
      batchId: batch.batch,
      batchDuration: batch.duration,
      durationMs: { triggerExecution: batch.duration, addBatch: Math.max(0, batch.duration - 10) },
      eventTime: {},
      stateOperators:
        batch.stateRows === undefined
          ? []
          : [{ operatorName: 'stateStoreSave', numRowsTotal: batch.stateRows, memoryUsedBytes: 1024 }],
      sources: batch.rows.map((numInputRows, i) => ({ description: `source ${i}`, numInputRows })),
      sink: { description: 'sink', numOutputRows: -1 },
    },
  };
}
