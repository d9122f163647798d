/** What the tasks of a stage can be compared by. */
export type SpreadMeasure = 'time' | 'records' | 'bytes' | 'spill';

export interface SpreadMeasureFacts {
  readonly label: string;
  readonly unit: 'ms' | 'records' | 'bytes';
  /** Expression over a row of `tasks`. */
  readonly sql: string;
  readonly meaning: string;
}

export const SPREAD_MEASURES: Readonly<Record<SpreadMeasure, SpreadMeasureFacts>> = {
  time: { label: 'Time', unit: 'ms', sql: 'coalesce(duration, 0)', meaning: 'duration of the task' },
  records: {
    label: 'Records',
    unit: 'records',
    sql: 'input_records + shuffle_read_records',
    meaning: 'records read from storage and from shuffles',
  },
  bytes: {
    label: 'Bytes',
    unit: 'bytes',
    sql: 'input_bytes + shuffle_read_bytes',
    meaning: 'bytes read from storage and from shuffles',
  },
  spill: { label: 'Spill', unit: 'bytes', sql: 'disk_bytes_spilled', meaning: 'bytes spilled to disk' },
};
