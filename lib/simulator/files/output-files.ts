/** Rows that one task writes into one partition directory and bucket. */
export interface WrittenRows {
  readonly task: number;
  /** Values of the partition columns; null and '' are one. */
  readonly partition: readonly (string | null)[];
  readonly bucket: number | null;
  readonly rows: number;
}

export interface OutputInput {
  readonly numTasks: number;
  readonly partitionBy: readonly string[];
  /** undefined: not bucketed. */
  readonly buckets: number | undefined;
  /** spark.sql.files.maxRecordsPerFile or the writer's option; 0: no limit. */
  readonly maxRecordsPerFile: number;
  readonly rowGroups: readonly WrittenRows[];
}

/** The directory of what is not partitioned. */
const ROOT = '.';

/**
 * How many files a write makes in each directory. A task writes a file for each directory and bucket it has rows for; where
 * there is neither, the first task writes one even without rows, so that the schema is kept. Source: FileFormatWriter,
 * SingleDirectoryDataWriter, DynamicPartitionDataSingleWriter. Same in 3.5 to 4.3, also with concurrent writers
 * (spark.sql.maxConcurrentOutputFileWriters).
 */
export function outputFiles(input: OutputInput): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  const add = (directory: string, count: number) => files.set(directory, (files.get(directory) ?? 0) + count);
  const written = writers(input);
  for (const { directory, rows } of written.values()) add(directory, filesOf(rows, input.maxRecordsPerFile));
  const isPlain = input.partitionBy.length === 0 && input.buckets === undefined;
  const firstIsEmpty = ![...written.values()].some(({ task }) => task === 0);
  if (isPlain && firstIsEmpty) add(ROOT, 1);
  return files;
}

function filesOf(rows: number, maxRecordsPerFile: number): number {
  return maxRecordsPerFile > 0 ? Math.ceil(rows / maxRecordsPerFile) : 1;
}

interface Writer {
  readonly task: number;
  readonly directory: string;
  readonly rows: number;
}

/** Rows by task, directory and bucket: values that share a directory share files. */
function writers({ partitionBy, rowGroups }: OutputInput): ReadonlyMap<string, Writer> {
  const found = new Map<string, Writer>();
  for (const { task, partition, bucket, rows } of rowGroups) {
    if (rows === 0) continue;
    const directory =
      partitionBy.map((name, i) => directoryPart(name, partition[i] ?? null)).join('/') || ROOT;
    const key = `${task} ${bucket} ${directory}`;
    found.set(key, { task, directory, rows: rows + (found.get(key)?.rows ?? 0) });
  }
  return found;
}

const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those that Spark escapes.
const ESCAPED = /[\x01-\x1f"#%'*/:=?\\\x7f{[\]^]/g;

/** `name=value`, escaped as in a URL (ExternalCatalogUtils.getPartitionPathString). */
function directoryPart(name: string, value: string | null): string {
  return `${escaped(name)}=${value === null || value === '' ? NO_VALUE : escaped(value)}`;
}

function escaped(text: string): string {
  return text.replace(
    ESCAPED,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
