/**
 * Whether several tasks can read one file. Source: FileFormat.isSplitable of each format. Same in 3.5 to 4.3.
 * Left out: codecs that somebody added to Hadoop's own.
 */

/** Cut at row groups, stripes and blocks, whatever they are compressed with. */
const BLOCK_FORMATS = new Set(['parquet', 'orc', 'avro']);
const LINE_FORMATS = new Set(['csv', 'json', 'text', 'xml', 'libsvm']);

/** `path`: the file's, or that of a source, whose end tells the codec. Options are those of the reader, names in any case. */
export function isSplittable(
  format: string,
  path: string,
  options: Readonly<Record<string, string>> = {},
): boolean {
  const name = format.toLowerCase();
  if (BLOCK_FORMATS.has(name)) return true;
  return LINE_FORMATS.has(name) && !isReadWhole(name, options) && isSplittableCodec(path);
}

/** Of Hadoop's codecs bzip2 alone can be read from the middle; they are told by the end of the name, in lower case. */
export function isSplittableCodec(path: string): boolean {
  return !/\.(gz|deflate|snappy|lz4|zst)$/.test(path);
}

function isReadWhole(format: string, options: Readonly<Record<string, string>>): boolean {
  const option = (wanted: string): string | undefined =>
    Object.entries(options).find(([name]) => name.toLowerCase() === wanted)?.[1];
  if (format === 'text') return option('wholetext')?.toLowerCase() === 'true';
  // An XML record may stretch over lines unless it is told otherwise.
  return (option('multiline') ?? String(format === 'xml')).toLowerCase() === 'true';
}
