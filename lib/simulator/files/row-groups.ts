/** A part of a file that one task reads whole: a row group of Parquet, a stripe of ORC. */
export interface RowGroup {
  readonly startBytes: number;
  /** All its column chunks, compressed. */
  readonly compressedBytes: number;
  readonly rows: number;
}

export interface ByteRange {
  readonly startBytes: number;
  readonly lengthBytes: number;
}

/**
 * Rows that each task of a scan reads: those of the row groups whose middle lies in one of its pieces (Parquet), or of the
 * stripes that start there (ORC). Other tasks read nothing, however many pieces a file was cut into.
 * Source: parquet-mr ParquetMetadataConverter (filterFileMetaDataByMidpoint), ORC RecordReaderImpl. Same in 3.5 to 4.3.
 */
export function rowsPerTask(
  format: 'parquet' | 'orc',
  groups: readonly RowGroup[],
  tasks: readonly (readonly ByteRange[])[],
): readonly number[] {
  return tasks.map((pieces) =>
    groups
      .filter((group) => pieces.some((piece) => isIn(decidingByte(format, group), piece)))
      .reduce((sum, { rows }) => sum + rows, 0),
  );
}

function decidingByte(format: 'parquet' | 'orc', { startBytes, compressedBytes }: RowGroup): number {
  return format === 'orc' ? startBytes : startBytes + Math.floor(compressedBytes / 2);
}

function isIn(byte: number, { startBytes, lengthBytes }: ByteRange): boolean {
  return startBytes <= byte && byte < startBytes + lengthBytes;
}
