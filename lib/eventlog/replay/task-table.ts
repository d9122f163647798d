import type { Batch, ColumnData } from '#lib/tables/batch.ts';
import { METRIC_COUNT, TASK_METRICS } from '#lib/tables/schema/task-metrics.ts';
import { tasks } from '#lib/tables/schema/tasks.ts';
import type { TaskRecord } from '../lines/task-record.ts';

/**
 * Collects task rows in typed columns and hands them on in batches: a row costs about 450 bytes, and a batch
 * is in memory only until DuckDB has it.
 */
export class TaskTable {
  readonly #onBatch: (batch: Batch) => void;
  #rows = 0;
  #capacity = FIRST_BATCH_ROWS;
  #numbers: Float64Array[] = [];
  #words: Int32Array[] = [];
  readonly #dictionaries = WORDS.map(() => new Dictionary());
  #total = 0;

  constructor(onBatch: (batch: Batch) => void) {
    this.#onBatch = onBatch;
    this.#allocate();
  }

  /** Rows added so far. */
  get total(): number {
    return this.#total;
  }

  /** `hasMetrics` is false for a task without an end in the log: its metrics are NULL. */
  add(task: TaskRecord, status: string, hasMetrics: boolean): void {
    const row = this.#rows++;
    const numbers = this.#numbers;
    numbers[0]![row] = task.stageId;
    numbers[1]![row] = task.stageAttempt;
    numbers[2]![row] = task.taskId;
    numbers[3]![row] = task.index;
    numbers[4]![row] = task.attempt;
    numbers[5]![row] = task.partition;
    numbers[6]![row] = task.launchTime;
    const finished = task.finishTime > 0;
    const duration = task.finishTime - task.launchTime;
    numbers[7]![row] = finished ? task.finishTime : Number.NaN;
    // The REST API leaves a duration of 0 out (Spark class TaskDataWrapper).
    numbers[8]![row] = finished && duration > 0 ? duration : Number.NaN;
    numbers[9]![row] = task.speculative ? 1 : 0;
    numbers[10]![row] = task.gettingResultTime > 0 ? task.gettingResultTime : Number.NaN;
    const getting = gettingResultTime(task, duration);
    numbers[11]![row] = getting;
    numbers[12]![row] = hasMetrics ? schedulerDelay(task, duration, getting) : 0;
    for (let i = 0; i < METRIC_COUNT; i++) {
      numbers[FIXED + i]![row] = hasMetrics ? task.metrics[i]! : Number.NaN;
    }
    this.#word(0, row, task.executorId);
    this.#word(1, row, task.host);
    this.#word(2, row, status);
    this.#word(3, row, task.locality);
    this.#word(4, row, task.reason);
    this.#word(5, row, task.errorClass);
    this.#word(6, row, task.errorMessage.slice(0, MAX_MESSAGE));
    this.#total++;
    if (this.#rows === this.#capacity) this.flush();
  }

  flush(): void {
    if (this.#rows === 0) return;
    const columns: Record<string, ColumnData> = {};
    for (const [i, name] of NUMBERS.entries()) {
      columns[name] = { kind: 'numbers', values: this.#numbers[i]!.subarray(0, this.#rows) };
    }
    for (const [i, name] of WORDS.entries()) {
      columns[name] = {
        kind: 'words',
        indices: this.#words[i]!.subarray(0, this.#rows),
        words: this.#dictionaries[i]!.take(),
      };
    }
    const length = this.#rows;
    this.#capacity = Math.min(MAX_BATCH_ROWS, this.#capacity * 4);
    this.#allocate();
    this.#onBatch({ table: tasks.name, length, columns });
  }

  #allocate(): void {
    this.#rows = 0;
    this.#numbers = NUMBERS.map(() => new Float64Array(this.#capacity));
    this.#words = WORDS.map(() => new Int32Array(this.#capacity));
  }

  #word(column: number, row: number, word: string): void {
    this.#words[column]![row] = word === '' ? -1 : this.#dictionaries[column]!.index(word);
  }
}

/** Spark class AppStatusUtils: only a result that was fetched separately has a getting-result time. */
function gettingResultTime(task: TaskRecord, duration: number): number {
  if (task.gettingResultTime <= 0 || task.finishTime <= 0) return 0;
  return duration > 0 ? task.launchTime + duration - task.gettingResultTime : 0;
}

/** Spark class AppStatusUtils.schedulerDelay; 0 for a task that is not finished or took 0 ms. */
function schedulerDelay(task: TaskRecord, duration: number, getting: number): number {
  if (task.finishTime <= 0 || duration <= 0) return 0;
  const { metrics } = task;
  return Math.max(0, duration - metrics[RUN_TIME]! - metrics[DESERIALIZE]! - metrics[SERIALIZE]! - getting);
}

/** Words of one batch, each with its index. */
class Dictionary {
  #index = new Map<string, number>();
  #words: string[] = [];

  index(word: string): number {
    const known = this.#index.get(word);
    if (known !== undefined) return known;
    this.#index.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }

  /** The words, and an empty dictionary for the next batch (error messages would pile up otherwise). */
  take(): readonly string[] {
    const words = this.#words;
    this.#words = [];
    this.#index = new Map();
    return words;
  }
}

/** Small first, so that first results come early; then the size at which DuckDB takes rows fastest. */
const FIRST_BATCH_ROWS = 3_000;
const MAX_BATCH_ROWS = 48_000;
const MAX_MESSAGE = 4_000;

/** Numeric columns in the order in which `add` writes them. */
const NUMBERS: readonly string[] = [
  'stage_id',
  'stage_attempt_id',
  'task_id',
  'index',
  'attempt',
  'partition_id',
  'launch_time',
  'finish_time',
  'duration',
  'speculative',
  'result_fetch_start',
  'getting_result_time',
  'scheduler_delay',
  ...TASK_METRICS.map((metric) => metric.name),
];
const FIXED = NUMBERS.length - METRIC_COUNT;
const WORDS: readonly string[] = [
  'executor_id',
  'host',
  'status',
  'task_locality',
  'end_reason',
  'error_class',
  'error_message',
];

const RUN_TIME = TASK_METRICS.findIndex((m) => m.name === 'executor_run_time');
const DESERIALIZE = TASK_METRICS.findIndex((m) => m.name === 'executor_deserialize_time');
const SERIALIZE = TASK_METRICS.findIndex((m) => m.name === 'result_serialization_time');
