import { type Computed, input } from '../computed.ts';

/** What LZ4 left of rows in 32 measured shuffles of Spark 3.5 and 4.3: few distinct values, and random text. */
export const COMPRESSION_RANGE = { low: 0.01, high: 0.8 } as const;

/** Bytes of rows in a shuffle before compression: the metric "data size" of an exchange. */
export function shuffleDataSize(rows: number, rowBytes: number): Computed {
  return {
    value: rows * rowBytes,
    unit: 'bytes',
    formula: 'rows x bytes of a row',
    inputs: [input('rows', rows, 'rows'), input('bytes of a row', rowBytes, 'bytes')],
    source: 'UnsafeRow, SQLShuffleWriteMetricsReporter',
    kind: 'exact',
  };
}

/** Bytes that a shuffle writes and reads. Measured: 0.35 to 0.5 for numbers; outside of the range only for odd data. */
export function shuffleBytes(rows: number, rowBytes: number, compression: number): Computed {
  return {
    value: rows * rowBytes * compression,
    unit: 'bytes',
    formula: 'rows x bytes of a row x compression',
    inputs: [
      input('rows', rows, 'rows'),
      input('bytes of a row', rowBytes, 'bytes'),
      input('compression', compression, 'ratio', 'spark.shuffle.compress'),
      input('compression, lowest measured', COMPRESSION_RANGE.low, 'ratio'),
      input('compression, highest measured', COMPRESSION_RANGE.high, 'ratio'),
    ],
    source: 'rule of thumb: what LZ4 left of rows in measured shuffles',
    kind: 'estimate',
  };
}
