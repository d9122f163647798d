import { AggregateOperator } from './aggregate-operator.ts';
import { DeduplicateOperator } from './deduplicate-operator.ts';
import type { StatefulOperator, StateProgress } from './stateful-operator.ts';
import { EVENT_TIME, type StreamQuery, type StreamRow, type StreamStep } from './stream-query.ts';

/** One micro-batch, as StreamingQueryProgress tells it. Times in milliseconds. */
export interface MicroBatch {
  readonly batchId: number;
  readonly numInputRows: number;
  /** The watermark in force; undefined for a query without one. */
  readonly watermarkMs: number | undefined;
  readonly maxEventTimeMs: number | undefined;
  /** The last operator of the query first. */
  readonly stateOperators: readonly StateProgress[];
  readonly sinkRows: number;
}

export interface StreamRunOptions {
  /** spark.sql.streaming.noDataMicroBatches.enabled */
  readonly noDataBatches: boolean;
}

/**
 * A streaming query over files: its state and watermark from batch to batch, also over a restart from its checkpoint. A batch's
 * event times move the watermark of the next one; once no data is left, one more batch runs if the watermark has moved and an
 * operator waits for it. Source: MicroBatchExecution, WatermarkTracker, IncrementalExecution (3.5, 4.3).
 *
 * Left out: stream-stream joins, session windows, arbitrary state; several watermarks.
 */
export class StreamRun {
  readonly #query: StreamQuery;
  readonly #options: StreamRunOptions;
  readonly #operators: readonly (StatefulOperator | FilterStep)[];
  #nextBatch = 0;
  #watermark = 0;
  #lastWatermark = 0;

  constructor(query: StreamQuery, options: StreamRunOptions) {
    this.#query = query;
    this.#options = options;
    this.#operators = query.steps.map((step) => operatorOf(step, query));
  }

  /** Runs until everything that is there has been read (Trigger.AvailableNow); each item is what one batch reads. */
  readAvailable(batches: readonly (readonly StreamRow[])[]): readonly MicroBatch[] {
    const ran = batches.map((rows) => this.#batch(rows));
    while (this.#wantsEmptyBatch()) ran.push(this.#batch([]));
    return ran;
  }

  #wantsEmptyBatch(): boolean {
    const waits = this.#operators.some(
      (operator) => !isFilter(operator) && operator.waitsForWatermark(this.#query),
    );
    return this.#options.noDataBatches && waits && this.#watermark > this.#lastWatermark;
  }

  #batch(input: readonly StreamRow[]): MicroBatch {
    const hasWatermark = this.#query.watermarkDelayMs !== undefined;
    const watermarks = hasWatermark
      ? { late: this.#lastWatermark, evict: this.#watermark }
      : { late: undefined, evict: undefined };
    // Filters go down to the file source, which counts what it lets through.
    const read = this.#operators.reduce<readonly StreamRow[]>(
      (rows, operator) => (isFilter(operator) ? rows.filter((row) => keeps(operator, row)) : rows),
      input,
    );
    let rows = read;
    const progress: StateProgress[] = [];
    for (const operator of this.#operators) {
      if (isFilter(operator)) continue;
      const done = operator.process(rows, watermarks);
      rows = done.rows;
      progress.unshift(done.progress);
    }
    const latest = hasWatermark ? maxTime(read) : undefined;
    const batch: MicroBatch = {
      batchId: this.#nextBatch++,
      numInputRows: read.length,
      watermarkMs: hasWatermark ? this.#watermark : undefined,
      maxEventTimeMs: latest,
      stateOperators: progress,
      sinkRows: rows.length,
    };
    this.#lastWatermark = this.#watermark;
    if (latest !== undefined)
      this.#watermark = Math.max(this.#watermark, Math.floor(latest) - (this.#query.watermarkDelayMs ?? 0));
    return batch;
  }
}

type FilterStep = Extract<StreamStep, { kind: 'filter' }>;

function operatorOf(step: StreamStep, query: StreamQuery): StatefulOperator | FilterStep {
  switch (step.kind) {
    case 'filter':
      return step;
    case 'aggregate':
      return new AggregateOperator(step.keys, query.outputMode);
    case 'deduplicate':
      return new DeduplicateOperator({ ...step, delayMs: query.watermarkDelayMs ?? 0 });
  }
}

function isFilter(operator: StatefulOperator | FilterStep): operator is FilterStep {
  return 'kind' in operator;
}

function keeps({ column, equals, negated }: FilterStep, row: StreamRow): boolean {
  return (row[column] === equals) !== negated;
}

function maxTime(rows: readonly StreamRow[]): number | undefined {
  let latest: number | undefined;
  for (const row of rows) {
    const time = row[EVENT_TIME];
    if (typeof time === 'number' && (latest === undefined || time > latest)) latest = time;
  }
  return latest;
}
