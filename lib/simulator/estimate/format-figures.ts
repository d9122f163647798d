/**
 * How far rows expand in memory, and how fast one core reads them. Measured once with Spark 4.3.0, local[1]: 4 million
 * rows of eleven whole numbers below a million and a short text, 120 bytes each in memory, files in the disk cache of a
 * shared cloud machine. A rule of thumb: other columns compress better or worse, and object stores are slower. Avro is
 * worked out from its encoding, plain text taken from CSV.
 */
interface FormatFigures {
  /** In-memory bytes for each byte on disk, by codec. */
  readonly expansion: Readonly<Record<string, number>>;
  /** In-memory bytes that one core reads in a second. */
  readonly scanRate: number;
}

const MB = 1e6;

const FIGURES: Readonly<Record<string, FormatFigures>> = {
  parquet: {
    expansion: { none: 1.17, snappy: 2, lz4: 2.06, zstd: 2.95, gzip: 2.96, bzip2: 2.96 },
    scanRate: 520 * MB,
  },
  orc: {
    expansion: { none: 2.91, snappy: 3.32, lz4: 3.34, zstd: 3.69, gzip: 3.64, bzip2: 3.64 },
    scanRate: 600 * MB,
  },
  avro: {
    expansion: { none: 2.6, snappy: 2.7, lz4: 2.7, zstd: 3.2, gzip: 3.2, bzip2: 3.4 },
    scanRate: 200 * MB,
  },
  csv: {
    expansion: { none: 1.3, snappy: 1.68, lz4: 1.55, zstd: 2.72, gzip: 2.83, bzip2: 3.26 },
    scanRate: 95 * MB,
  },
  json: {
    expansion: { none: 0.77, snappy: 1.3, lz4: 1.28, zstd: 2.13, gzip: 2.22, bzip2: 2.9 },
    scanRate: 64 * MB,
  },
  text: {
    expansion: { none: 1.3, snappy: 1.68, lz4: 1.55, zstd: 2.72, gzip: 2.83, bzip2: 3.26 },
    scanRate: 400 * MB,
  },
};

/** What estimates that rest on these figures name as their source. */
export const MEASURED_ONCE =
  'rule of thumb: measured once with Spark 4.3 on one core, files in the disk cache';

export function expansionOf(format: string, codec: string): number {
  return FIGURES[format]?.expansion[codec] ?? 2;
}

export function scanRateOf(format: string): number {
  return FIGURES[format]?.scanRate ?? 200 * MB;
}
