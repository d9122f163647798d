import type { StreamQuery, StreamRow } from './stream-query.ts';

/** The watermarks that a batch works with, in milliseconds; undefined where the query has none. */
export interface BatchWatermarks {
  /** The watermark of the batch before: what is not after it comes too late and is dropped. */
  readonly late: number | undefined;
  /** The batch's own: state that is not after it is finished and removed. */
  readonly evict: number | undefined;
}

/** What a stateful operator tells of a batch (StateOperatorProgress). */
export interface StateProgress {
  readonly operatorName: string;
  readonly numRowsTotal: number;
  readonly numRowsUpdated: number;
  readonly numRowsRemoved: number;
  readonly numRowsDroppedByWatermark: number;
}

export interface StatefulOperator {
  /** Takes a batch's rows and gives those that go on. */
  process(
    rows: readonly StreamRow[],
    watermarks: BatchWatermarks,
  ): { readonly rows: readonly StreamRow[]; readonly progress: StateProgress };
  /** Whether a batch without rows could still give or remove something once the watermark has moved on. */
  waitsForWatermark(query: StreamQuery): boolean;
}

/** The watermark is the last moment that counts as past: `time <= watermark`. */
export function isPast(time: number | undefined, watermark: number | undefined): boolean {
  return time !== undefined && watermark !== undefined && time <= watermark;
}
