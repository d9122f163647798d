import { type BatchWatermarks, isPast, type StatefulOperator } from './stateful-operator.ts';
import { EVENT_TIME, keyText, type StreamQuery, type StreamRow, timeOf } from './stream-query.ts';

interface Options {
  readonly columns: readonly string[];
  /** dropDuplicatesWithinWatermark: a key is forgotten when the delay after its first row has passed. */
  readonly withinWatermark: boolean;
  readonly delayMs: number;
}

/**
 * dropDuplicates over a stream: the first row of each key goes on. Keys with the event time among them are forgotten when the
 * watermark has passed them, others never. Source: StreamingDeduplicateExec, StreamingDeduplicateWithinWatermarkExec.
 */
export class DeduplicateOperator implements StatefulOperator {
  readonly #options: Options;
  /** Each key with the time at which it is forgotten. */
  readonly #state = new Map<string, number | undefined>();

  constructor(options: Options) {
    this.#options = options;
  }

  waitsForWatermark(query: StreamQuery): boolean {
    return query.watermarkDelayMs !== undefined;
  }

  process(rows: readonly StreamRow[], { late, evict }: BatchWatermarks) {
    const { columns, withinWatermark } = this.#options;
    const inTime = rows.filter((row) => !isPast(timeOf(row[EVENT_TIME]), late));
    const first: StreamRow[] = [];
    for (const row of inTime) {
      const key = keyText(columns.map((column) => row[column] ?? ''));
      if (this.#state.has(key)) continue;
      this.#state.set(key, this.#forgottenAt(row));
      first.push(row);
    }
    let removed = 0;
    for (const [key, time] of this.#state) {
      if (isPast(time, evict) && this.#state.delete(key)) removed++;
    }
    return {
      rows: first,
      progress: {
        operatorName: withinWatermark ? 'dedupeWithinWatermark' : 'dedupe',
        numRowsTotal: this.#state.size,
        numRowsUpdated: first.length,
        numRowsRemoved: removed,
        numRowsDroppedByWatermark: rows.length - inTime.length,
      },
    };
  }

  #forgottenAt(row: StreamRow): number | undefined {
    const { columns, withinWatermark, delayMs } = this.#options;
    const time = timeOf(row[EVENT_TIME]);
    if (withinWatermark) return time === undefined ? undefined : time + delayMs;
    return columns.includes(EVENT_TIME) ? time : undefined;
  }
}
