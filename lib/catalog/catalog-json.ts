import { UserError } from '#lib/base/assert.ts';
import type { Catalog, CatalogSource, SkewedColumn } from '#lib/plan/settings.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';

/** More sources or columns than a catalog that somebody wrote has. */
const MOST_SOURCES = 10_000;
const MOST_COLUMNS = 10_000;

/**
 * A catalog as JSON by path: `{"data/orders": {"format": "parquet", "columns": [{"name": "id", "type": "bigint"}], "bytes": 100}}`.
 * Throws `UserError`, which names the entry that is wrong and what would do.
 */
export function readCatalogJson(text: string): Catalog {
  const sources = objectOf(parsed(text), 'the catalog', 'an object of sources by path or table name');
  const entries = Object.entries(sources);
  if (entries.length > MOST_SOURCES)
    throw new UserError(`a catalog of ${entries.length} sources`, `At most ${MOST_SOURCES} are taken.`);
  return Object.fromEntries(entries.map(([path, value]) => [path, readSource(path, value)]));
}

function readSource(path: string, value: unknown): CatalogSource {
  const source = objectOf(value, path, 'an object with "format" and "columns"');
  const where = (name: string): string => `${path}: "${name}"`;
  const format = source.format ?? 'parquet';
  if (typeof format !== 'string') throw new UserError(`${where('format')} must be a text such as "parquet"`);
  const columns = listOf(source.columns, where('columns'), MOST_COLUMNS).map((column) =>
    readColumn(path, column),
  );
  const sizes =
    source.fileBytes === undefined ? undefined : listOf(source.fileBytes, where('fileBytes'), 1_000_000);
  const fileBytes = sizes?.map((size) => countOf(size, where('fileBytes'))!);
  const partitionColumns =
    source.partitionColumns === undefined
      ? undefined
      : textsOf(source.partitionColumns, where('partitionColumns'));
  const buckets = source.buckets === undefined ? undefined : readBuckets(source.buckets, where('buckets'));
  const skew =
    source.skew === undefined
      ? undefined
      : listOf(source.skew, where('skew'), MOST_COLUMNS).map((each) => readSkew(each, where('skew')));
  const [files, bytes, rows] = (['files', 'bytes', 'rows'] as const).map((name) =>
    countOf(source[name], where(name)),
  );
  return {
    format,
    columns,
    ...(files !== undefined && { files }),
    ...(bytes !== undefined && { bytes }),
    ...(rows !== undefined && { rows }),
    ...(fileBytes && { fileBytes }),
    ...(partitionColumns && { partitionColumns }),
    ...(buckets && { buckets }),
    ...(skew && { skew }),
  };
}

function readColumn(path: string, value: unknown): CatalogSource['columns'][number] {
  const { name, type, nullable } = objectOf(value, `${path}: a column`, '{"name", "type"}');
  if (typeof name !== 'string') throw new UserError(`${path}: a column has no "name"`);
  if (typeof type !== 'string' || parseType(type) === undefined)
    throw new UserError(
      `${path}: column "${name}" has the type ${JSON.stringify(type)}`,
      'Types are written as in SQL: bigint, decimal(10,2), array<string>, struct<a:int>.',
    );
  return typeof nullable === 'boolean' ? { name, type, nullable } : { name, type };
}

function readBuckets(value: unknown, where: string): NonNullable<CatalogSource['buckets']> {
  const { columns, count } = objectOf(value, where, '{"columns", "count"}');
  const number = countOf(count, where);
  if (!number) throw new UserError(`${where} needs a "count" from 1`);
  return { columns: textsOf(columns, where), count: number };
}

function readSkew(value: unknown, where: string): SkewedColumn {
  const { column, share } = objectOf(value, `${where}: an entry`, '{"column", "share"}');
  if (typeof column !== 'string') throw new UserError(`${where}: an entry has no "column"`);
  if (typeof share !== 'number' || !(share > 0 && share <= 1))
    throw new UserError(
      `${where}: "share" of ${column} must be a number above 0 and up to 1, not ${JSON.stringify(share)}`,
      'It is the part of all rows that have the most frequent value: 0.6 for 60 %.',
    );
  return { column, share };
}

function textsOf(value: unknown, where: string): readonly string[] {
  return listOf(value, where, MOST_COLUMNS).map((each) => {
    if (typeof each !== 'string') throw new UserError(`${where} must be a list of column names`);
    return each;
  });
}

function countOf(value: unknown, where: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > Number.MAX_SAFE_INTEGER)
    throw new UserError(`${where} must be a whole number from 0, not ${JSON.stringify(value)}`);
  return value;
}

function listOf(value: unknown, where: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new UserError(`${where} must be a list`);
  if (value.length > most)
    throw new UserError(`${where} has ${value.length} entries`, `At most ${most} are taken.`);
  return value;
}

function objectOf(value: unknown, where: string, wanted: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(`${where} must be ${wanted}`);
  return value as Readonly<Record<string, unknown>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`not JSON: ${(error as Error).message}`);
  }
}
