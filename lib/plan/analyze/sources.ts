import type { Attribute } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { Catalog, CatalogSource } from '../settings.ts';
import type { Field } from '../types/data-type.ts';
import { BIGINT, STRING, UNKNOWN } from '../types/names.ts';
import { parseType } from '../types/parse-type.ts';
import type { SourceText } from './analyzer.ts';
import { newAttribute, type Session } from './session.ts';

/** What a program reads: files and tables with what the catalog knows of them. */
export function relation(source: SourceText, session: Session, at: number): LogicalPlan {
  const known = lookUp(source.source, session.catalog);
  const fields = source.fields ?? known?.fields ?? defaultFields(source.format);
  if (fields === undefined) {
    session.problems.push({
      at,
      what: `no schema is known for ${source.source}`,
      effect: 'it is taken to have the columns that the program names',
    });
  }
  return {
    kind: 'Relation',
    source: source.source,
    format: source.format,
    output: attributes(fields ?? [], session),
    partitionColumns: known?.partitionColumns ?? [],
    bytes: known?.bytes,
    fileBytes: known?.fileBytes,
    ...(known?.buckets === undefined ? {} : { buckets: known.buckets }),
    ...(known?.skew === undefined ? {} : { skew: known.skew }),
    ...(fields === undefined ? { open: true as const } : {}),
    at,
  };
}

export function attributes(fields: readonly Field[], session: Session): readonly Attribute[] {
  return fields.map((field) => newAttribute(session, field.name, field.type, field.nullable));
}

export function range(
  start: number,
  end: number,
  step: number,
  slices: number | undefined,
  session: Session,
  at: number,
): LogicalPlan {
  const id = newAttribute(session, 'id', BIGINT, false);
  return { kind: 'Range', start, end, step, slices, output: [id], at };
}

function defaultFields(format: string): readonly Field[] | undefined {
  return format === 'text' ? [{ name: 'value', type: STRING, nullable: true }] : undefined;
}

interface KnownSource {
  /** undefined where a size is known and no column. */
  readonly fields: readonly Field[] | undefined;
  readonly partitionColumns: readonly string[];
  readonly bytes: number | undefined;
  readonly fileBytes: readonly number[] | undefined;
  readonly buckets: CatalogSource['buckets'];
  /** Of the whole source: how a part of it is spread is not known. */
  readonly skew?: CatalogSource['skew'];
}

/** Several paths are read as one; a directory of one partition as its table without the columns that the path gives. */
function lookUp(source: string, catalog: Catalog): KnownSource | undefined {
  const exact = find(source, catalog);
  if (exact !== undefined) return exact;
  const parts = source.split(',').map((path) => find(path.trim(), catalog));
  const known = parts.filter((part) => part !== undefined);
  const [first] = known;
  if (first === undefined || known.length < parts.length || parts.length < 2) return undefined;
  const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
    sizes.reduce<number | undefined>(
      (total, size) => (total === undefined || size === undefined ? undefined : total + size),
      0,
    );
  const complete = known.every((part) => part.fileBytes !== undefined);
  return {
    ...first,
    bytes: sum(known.map((part) => part.bytes)),
    fileBytes: complete ? known.flatMap((part) => part.fileBytes ?? []) : undefined,
    buckets: undefined,
    skew: undefined,
  };
}

function find(path: string, catalog: Catalog): KnownSource | undefined {
  const plain = plainPath(path);
  for (const [name, source] of Object.entries(catalog)) {
    if (plainPath(name) === plain) return knownSource(source);
  }
  return findPartition(plain, catalog);
}

/** Names of one source that are written differently: `file:///data/orders/*.csv` and `data/orders/`. */
export function plainPath(path: string): string {
  return path
    .replace(/^file:(\/\/)?/, '')
    .replace(/\/\*(\.\w+)?$/, '')
    .replace(/^(\.\/)+/, '')
    .replace(/\/+$/, '');
}

/** `table/day=2024-06-01`: which of the table's bytes lie there is not known. */
function findPartition(path: string, catalog: Catalog): KnownSource | undefined {
  const match = /^(.*?)((?:\/[^/=]+=[^/]*)+)$/.exec(path);
  const [, base, keys] = match ?? [];
  if (base === undefined || keys === undefined) return undefined;
  const table = find(base, catalog);
  if (table === undefined) return undefined;
  const given = new Set(keys.split('/').map((pair) => (pair.split('=')[0] ?? '').toLowerCase()));
  return {
    fields: table.fields?.filter((field) => !given.has(field.name.toLowerCase())),
    partitionColumns: table.partitionColumns.filter((name) => !given.has(name.toLowerCase())),
    bytes: undefined,
    fileBytes: undefined,
    buckets: undefined,
  };
}

/** Columns of files may always be null, whatever the catalog says. */
function knownSource(source: CatalogSource): KnownSource {
  const fields = source.columns.map(
    (column): Field => ({ name: column.name, type: parseType(column.type) ?? UNKNOWN, nullable: true }),
  );
  return {
    fields: fields.length === 0 ? undefined : fields,
    partitionColumns: source.partitionColumns ?? [],
    bytes: source.bytes,
    fileBytes: source.fileBytes,
    buckets: source.buckets,
    skew: source.skew,
  };
}
