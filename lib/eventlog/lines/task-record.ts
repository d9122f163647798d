import { METRIC_COUNT, metricIndex, TASK_METRICS } from '#lib/tables/schema/task-metrics.ts';
import { array, flag, isJson, type Json, number, object, text, toNumber } from '../json.ts';

/**
 * One task start or end. A single record is reused for every task of a log (making a million objects with 60
 * fields costs more than reading them), so a receiver copies what it keeps.
 *
 * Numbers that the log does not have are NaN; texts are ''.
 */
export interface TaskRecord {
  /** Whether it is an end (SparkListenerTaskEnd) or a start. */
  isEnd: boolean;
  stageId: number;
  stageAttempt: number;
  taskId: number;
  index: number;
  attempt: number;
  /** -1 before Spark 3.3, as the History Server reports it. */
  partition: number;
  launchTime: number;
  /** 0 while running. */
  finishTime: number;
  /** When the driver began to fetch the result; 0 when it came with the task's end. */
  gettingResultTime: number;
  executorId: string;
  host: string;
  locality: string;
  speculative: boolean;
  failed: boolean;
  killed: boolean;
  /** Class of the end as Spark names it, e.g. Success, ExceptionFailure; '' for a start. */
  reason: string;
  errorClass: string;
  errorMessage: string;
  /** By position in `TASK_METRICS`. */
  readonly metrics: Float64Array;
  /** "Task Executor Metrics" by position in `EXECUTOR_METRICS`; 0 where not sampled. */
  readonly peaks: Float64Array;
  /** Task values of SQL metrics. */
  accumulatorIds: Float64Array;
  accumulatorUpdates: Float64Array;
  accumulatorCount: number;
}

export function newTaskRecord(peakCount: number): TaskRecord {
  return {
    isEnd: false,
    stageId: 0,
    stageAttempt: 0,
    taskId: 0,
    index: 0,
    attempt: 0,
    partition: -1,
    launchTime: 0,
    finishTime: 0,
    gettingResultTime: 0,
    executorId: '',
    host: '',
    locality: '',
    speculative: false,
    failed: false,
    killed: false,
    reason: '',
    errorClass: '',
    errorMessage: '',
    metrics: new Float64Array(METRIC_COUNT),
    peaks: new Float64Array(peakCount),
    accumulatorIds: new Float64Array(64),
    accumulatorUpdates: new Float64Array(64),
    accumulatorCount: 0,
  };
}

/** Metrics that are worked out from others rather than read. */
const SHUFFLE_READ_BYTES = metricIndex('shuffle_read_bytes');
const REMOTE_BYTES = metricIndex('shuffle_remote_bytes_read');
const LOCAL_BYTES = metricIndex('shuffle_local_bytes_read');

export function deriveMetrics(metrics: Float64Array): void {
  metrics[SHUFFLE_READ_BYTES] = metrics[REMOTE_BYTES]! + metrics[LOCAL_BYTES]!;
}

/**
 * Fills `record` from a parsed SparkListenerTaskStart or SparkListenerTaskEnd.
 * False when the event lacks the ids without which it says nothing.
 */
export function fillFromJson(record: TaskRecord, event: Json, peakKeys: readonly string[]): boolean {
  const info = object(event, 'Task Info');
  const stageId = number(event, 'Stage ID');
  const taskId = number(info, 'Task ID');
  if (stageId === undefined || taskId === undefined) return false;
  record.isEnd = event.Event === 'SparkListenerTaskEnd';
  record.stageId = stageId;
  record.stageAttempt = number(event, 'Stage Attempt ID') ?? 0;
  record.taskId = taskId;
  record.index = number(info, 'Index') ?? -1;
  record.attempt = number(info, 'Attempt') ?? 0;
  record.partition = number(info, 'Partition ID') ?? -1;
  record.launchTime = number(info, 'Launch Time') ?? 0;
  record.finishTime = number(info, 'Finish Time') ?? 0;
  record.gettingResultTime = number(info, 'Getting Result Time') ?? 0;
  record.executorId = text(info, 'Executor ID') ?? '';
  record.host = text(info, 'Host') ?? '';
  record.locality = text(info, 'Locality') ?? '';
  record.speculative = flag(info, 'Speculative') ?? false;
  record.failed = flag(info, 'Failed') ?? false;
  record.killed = flag(info, 'Killed') ?? false;
  fillReason(record, object(event, 'Task End Reason'));
  fillMetrics(record.metrics, object(event, 'Task Metrics'));
  const peaks = object(event, 'Task Executor Metrics');
  for (const [i, key] of peakKeys.entries()) record.peaks[i] = number(peaks, key) ?? 0;
  // A start that was written late can list some; only an end's are final.
  if (record.isEnd) fillAccumulables(record, info);
  else record.accumulatorCount = 0;
  return true;
}

function fillMetrics(metrics: Float64Array, from: Json | undefined): void {
  for (const [i, metric] of TASK_METRICS.entries()) {
    if (metric.derived) continue;
    let at: unknown = from;
    for (const key of metric.path) at = isJson(at) ? (at[key] ?? at[OTHER_NAMES[key] ?? '']) : undefined;
    // The History Server reports 0 for a metric that the log lacks (Spark class JsonProtocol).
    metrics[i] = toNumber(at) ?? 0;
  }
  deriveMetrics(metrics);
}

/** A name that one Spark version used for the same object. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 'Push Based Shuffle': 'Shuffle Push Read Metrics' };

function fillReason(record: TaskRecord, reason: Json | undefined): void {
  record.reason = text(reason, 'Reason') ?? '';
  record.errorClass = text(reason, 'Class Name') ?? '';
  record.errorMessage = reason ? reasonMessage(record.reason, reason) : '';
}

/** What `TaskFailedReason.toErrorString` says, by class of the reason. */
function reasonMessage(kind: string, reason: Json): string {
  switch (kind) {
    case 'Success':
      return '';
    case 'ExceptionFailure':
      return (
        text(reason, 'Full Stack Trace') ?? `${text(reason, 'Class Name')}: ${text(reason, 'Description')}`
      );
    case 'TaskKilled':
      return text(reason, 'Kill Reason') ?? 'killed';
    case 'FetchFailed':
      return `FetchFailed(${blockManager(object(reason, 'Block Manager Address'))}, shuffleId=${number(reason, 'Shuffle ID')}, mapIndex=${number(reason, 'Map Index')}, mapId=${number(reason, 'Map ID')}, reduceId=${number(reason, 'Reduce ID')}, message=\n${text(reason, 'Message') ?? ''}\n)`;
    case 'ExecutorLostFailure':
      return `ExecutorLostFailure (executor ${text(reason, 'Executor ID')} ${flag(reason, 'Exit Caused By App') === false ? 'exited unrelated to the running tasks' : 'exited caused by one of the running tasks'}) Reason: ${text(reason, 'Loss Reason') ?? ''}`;
    case 'TaskCommitDenied':
      return `TaskCommitDenied (Driver denied task commit) for job: ${number(reason, 'Job ID')}, partition: ${number(reason, 'Partition ID')}, attemptNumber: ${number(reason, 'Attempt Number')}`;
    case 'Resubmitted':
      return 'Resubmitted (resubmitted due to lost executor)';
    case 'TaskResultLost':
      return 'TaskResultLost (result lost from block manager)';
    default:
      return text(reason, 'Message') ?? kind;
  }
}

/** As Spark class BlockManagerId prints itself; a lost map output has no address. */
function blockManager(address: Json | undefined): string {
  if (!address) return 'null';
  return `BlockManagerId(${text(address, 'Executor ID')}, ${text(address, 'Host')}, ${number(address, 'Port')}, None)`;
}

function fillAccumulables(record: TaskRecord, info: Json | undefined): void {
  const list = array(info, 'Accumulables');
  if (record.accumulatorIds.length < list.length) {
    record.accumulatorIds = new Float64Array(list.length);
    record.accumulatorUpdates = new Float64Array(list.length);
  }
  record.accumulatorCount = 0;
  for (const entry of list) {
    if (!isJson(entry) || entry.Metadata !== 'sql') continue;
    const id = number(entry, 'ID');
    const update = number(entry, 'Update');
    if (id === undefined || update === undefined) continue;
    record.accumulatorIds[record.accumulatorCount] = id;
    record.accumulatorUpdates[record.accumulatorCount] = update;
    record.accumulatorCount++;
  }
}
