import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, type SchemaElement } from 'hyparquet';
import { UserError } from '#lib/base/assert.ts';
import type { CatalogSource } from '#lib/plan/settings.ts';
import { type DataType, type Field, typeName } from '#lib/plan/types/data-type.ts';
import { sparkJsonFields } from './spark-json-schema.ts';

/** Under which Spark writes the schema of its rows into a footer. */
const ROW_METADATA = 'org.apache.spark.sql.parquet.row.metadata';

/**
 * Schema, rows and size of a Parquet file, from its footer alone. Types as Spark reads them: those that Spark wrote
 * itself, else by ParquetToSparkSchemaConverter. Throws `UserError` when there is no footer to read.
 */
export async function readParquetSource(file: AsyncBuffer): Promise<CatalogSource> {
  const metadata = await footerOf(file);
  const columns = fieldsOf(metadata).map(({ name, type, nullable }) => ({
    name,
    type: typeName(type),
    nullable,
  }));
  return {
    format: 'parquet',
    columns,
    files: 1,
    bytes: file.byteLength,
    fileBytes: [file.byteLength],
    rows: Number(metadata.num_rows),
  };
}

async function footerOf(file: AsyncBuffer): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file);
  } catch (error) {
    throw new UserError(
      `a Parquet file whose footer cannot be read: ${(error as Error).message}`,
      'The footer is at the end: the file may be cut. Encrypted footers cannot be read.',
    );
  }
}

function fieldsOf({ key_value_metadata: entries, schema }: FileMetaData): readonly Field[] {
  const written = entries?.find(({ key }) => key === ROW_METADATA)?.value;
  const fields = written === undefined ? undefined : sparkJsonFields(written);
  return fields ?? new SchemaReader(schema).root();
}

/** Walks the schema, which a footer holds as a list in pre-order. */
class SchemaReader {
  readonly #elements: readonly SchemaElement[];
  #position = 0;

  constructor(elements: readonly SchemaElement[]) {
    this.#elements = elements;
  }

  root(): readonly Field[] {
    const root = this.#elements[this.#position++];
    return this.#fields(root?.num_children ?? 0);
  }

  #fields(count: number): readonly Field[] {
    return Array.from({ length: count }, () => this.#field());
  }

  #field(): Field {
    const element = this.#elements[this.#position++];
    if (!element) return { name: '?', type: { kind: 'unknown' }, nullable: true };
    const { name, repetition_type: repetition } = element;
    const type = this.#typeOf(element);
    // A repeated field outside LIST and MAP is a list of what it holds, none of it null.
    return repetition === 'REPEATED'
      ? { name, type: { kind: 'array', element: type, containsNull: false }, nullable: false }
      : { name, type, nullable: repetition !== 'REQUIRED' };
  }

  #typeOf(element: SchemaElement): DataType {
    if (element.num_children === undefined || element.type !== undefined) return primitive(element);
    const fields = this.#fields(element.num_children);
    const [only] = fields;
    const inner = only?.type.kind === 'array' ? only.type.element : undefined;
    switch (element.logical_type?.type ?? element.converted_type) {
      case 'LIST': {
        // Three levels: a group of one field around the element; two levels: the repeated field is the element.
        const wrapped = inner?.kind === 'struct' && inner.fields.length === 1 ? inner.fields[0] : undefined;
        const isWrapper = wrapped && only?.name !== 'array' && only?.name !== `${element.name}_tuple`;
        return { kind: 'array', element: (isWrapper ? wrapped.type : inner) ?? { kind: 'unknown' } };
      }
      case 'MAP':
      case 'MAP_KEY_VALUE': {
        const [key, value] = inner?.kind === 'struct' ? inner.fields : [];
        return { kind: 'map', key: key?.type ?? { kind: 'unknown' }, value: value?.type ?? { kind: 'void' } };
      }
      default:
        return element.logical_type?.type === 'VARIANT' ? { kind: 'variant' } : { kind: 'struct', fields };
    }
  }
}

function primitive(element: SchemaElement): DataType {
  const { type, logical_type: logical, converted_type: converted } = element;
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
    const { precision, scale } = logical?.type === 'DECIMAL' ? logical : element;
    return { kind: 'decimal', precision: precision ?? 38, scale: scale ?? 0 };
  }
  switch (type) {
    case 'BOOLEAN':
      return { kind: 'boolean' };
    case 'INT32':
    case 'INT64':
      return integer(type, element);
    case 'INT96':
      return { kind: 'timestamp' };
    case 'FLOAT':
      return { kind: 'float' };
    case 'DOUBLE':
      return { kind: 'double' };
    default: {
      const isText =
        ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? '') ||
        ['UTF8', 'ENUM', 'JSON'].includes(converted ?? '');
      return { kind: isText ? 'string' : 'binary' };
    }
  }
}

const BY_WIDTH = { 8: 'tinyint', 16: 'smallint', 32: 'int', 64: 'bigint' } as const;
/** Unsigned numbers need the next wider type; the widest becomes a decimal. */
const UNSIGNED = { 8: 'smallint', 16: 'int', 32: 'bigint' } as const;

function integer(
  type: 'INT32' | 'INT64',
  { logical_type: logical, converted_type: converted }: SchemaElement,
): DataType {
  if (logical?.type === 'DATE' || converted === 'DATE') return { kind: 'date' };
  if (logical?.type === 'TIMESTAMP') return { kind: logical.isAdjustedToUTC ? 'timestamp' : 'timestamp_ntz' };
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') return { kind: 'timestamp' };
  const named = /^(U?)INT_(\d+)$/.exec(converted ?? '');
  const width =
    logical?.type === 'INTEGER' ? logical.bitWidth : Number(named?.[2] ?? (type === 'INT32' ? 32 : 64));
  const signed = logical?.type === 'INTEGER' ? logical.isSigned : named?.[1] !== 'U';
  if (!signed && width === 64) return { kind: 'decimal', precision: 20, scale: 0 };
  const kinds: Readonly<Record<number, 'tinyint' | 'smallint' | 'int' | 'bigint'>> = signed
    ? BY_WIDTH
    : UNSIGNED;
  return { kind: kinds[width] ?? 'bigint' };
}
