/** A streaming query over rows with an event time and keys, step by step. Times in milliseconds since 1970. */
export interface StreamQuery {
  readonly steps: readonly StreamStep[];
  readonly outputMode: 'append' | 'update' | 'complete';
  /** withWatermark; undefined: the query has none. */
  readonly watermarkDelayMs: number | undefined;
}

export type StreamStep =
  | { readonly kind: 'filter'; readonly column: string; readonly equals: string; readonly negated: boolean }
  | { readonly kind: 'aggregate'; readonly keys: readonly GroupKey[] }
  | { readonly kind: 'deduplicate'; readonly columns: readonly string[]; readonly withinWatermark: boolean };

export type GroupKey =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'window'; readonly on: string; readonly name: string; readonly window: TimeWindow };

/** A tumbling window when the slide is the length. */
export interface TimeWindow {
  readonly lengthMs: number;
  readonly slideMs: number;
  readonly startMs: number;
}

export type StreamValue = string | number | WindowValue;

export interface WindowValue {
  readonly startMs: number;
  readonly endMs: number;
}

/** One row: its columns by name, among them the event time. */
export type StreamRow = Readonly<Record<string, StreamValue>>;

/** The column that carries the watermark. */
export const EVENT_TIME = 'ts';

/** When a value is out of date: an event time itself, a window at its end. undefined: the value has no time. */
export function timeOf(value: StreamValue | undefined): number | undefined {
  if (value === undefined || typeof value === 'string') return undefined;
  return typeof value === 'number' ? value : value.endMs;
}

/** Text that is the same for equal keys. */
export function keyText(values: readonly StreamValue[]): string {
  return JSON.stringify(values);
}
