import type { Catalog, CatalogSource } from '#lib/plan/settings.ts';
import { type NamedFile, readSourceFile } from './read-source.ts';

/** So many footers are read for the rows of a table of many files; with more its rows stay unknown. */
const MOST_FOOTERS = 64;

/**
 * What files say of sources, with the parts of a table (`orders/day=1/part-0.parquet`) as one source with all their sizes:
 * columns are those of its first part and of its path, as in Spark's partition discovery. Names are paths.
 * Throws `UserError` for the first file that says nothing.
 */
export async function readSourceFiles(files: readonly NamedFile[]): Promise<Catalog> {
  const tables = new Map<string, NamedFile[]>();
  const found: Record<string, CatalogSource> = {};
  for (const file of files) {
    const table = tableOf(file.name);
    if (table === undefined) Object.assign(found, await readSourceFile(file));
    else if (!isHidden(file.name)) tables.set(table, [...(tables.get(table) ?? []), file]);
  }
  for (const [table, parts] of tables) {
    const source = await readTable(parts);
    if (source) found[table] = source;
  }
  return found;
}

async function readTable(parts: readonly NamedFile[]): Promise<CatalogSource | undefined> {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const source = await readOne(first);
  if (!source) return undefined;
  let rows = parts.length <= MOST_FOOTERS ? source.rows : undefined;
  for (const part of rows === undefined ? [] : others) {
    const more = (await readOne(part))?.rows;
    rows = rows === undefined || more === undefined ? undefined : rows + more;
  }
  const fileBytes = parts.map(({ byteLength }) => byteLength);
  const keys = partitionsOf(first.name);
  return {
    format: source.format,
    columns: [...source.columns, ...keys.map(({ name, type }) => ({ name, type }))],
    files: parts.length,
    bytes: fileBytes.reduce((sum, each) => sum + each, 0),
    fileBytes,
    ...(rows === undefined ? {} : { rows }),
    ...(keys.length === 0 ? {} : { partitionColumns: keys.map(({ name }) => name) }),
  };
}

async function readOne(file: NamedFile): Promise<CatalogSource | undefined> {
  return Object.values(await readSourceFile(file))[0];
}

/** The folder of a part of a table: what lies in folders of partitions, or what Spark has written. */
function tableOf(path: string): string | undefined {
  const partitioned = /^(.+?)(?:\/[^/=]+=[^/]*)+\/[^/]+$/.exec(path);
  return partitioned?.[1] ?? /^(.+)\/(?:part-[^/]*|_SUCCESS|[._][^/]*)$/.exec(path)?.[1];
}

/** Spark reads no file whose name begins with one of these. */
function isHidden(path: string): boolean {
  return /(^|\/)[._][^/]*$/.test(path);
}

/** Columns that a path gives: whole numbers and dates are read as such (PartitioningUtils.inferPartitionColumnValue). */
function partitionsOf(path: string): readonly { readonly name: string; readonly type: string }[] {
  return [...path.matchAll(/(?:^|\/)([^/=]+)=([^/]*)(?=\/)/g)].map(([, name = '', value = '']) => ({
    name,
    type: /^-?\d{1,9}$/.test(value) ? 'int' : /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'string',
  }));
}
