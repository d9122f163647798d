import type { AsyncBuffer } from 'hyparquet';
import { UserError } from '#lib/base/assert.ts';
import type { Catalog, CatalogSource } from '#lib/plan/settings.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import { readCatalogJson } from './catalog-json.ts';
import { readCsvSource } from './csv-source.ts';
import { readDescribedTable } from './described-table.ts';
import { readParquetSource } from './parquet-source.ts';
import { readPrintedSchema } from './print-schema.ts';
import { sparkJsonFields } from './spark-json-schema.ts';

/** A file, read in pieces; `slice` as of a Blob's bytes. */
export interface NamedFile extends AsyncBuffer {
  readonly name: string;
}

/** How much of a CSV file is looked at, and the largest text that is read whole, in bytes. */
const SAMPLE = 256 * 1024;
const MOST_TEXT = 20 * 2 ** 20;

/**
 * What a dropped file says of sources: a Parquet footer, a CSV header, a catalog or a schema as JSON, or what `printSchema`
 * or `DESCRIBE` printed. Named by the file's name without its ending, but for a catalog, which has names.
 * Throws `UserError` with what was recognized and what would work.
 */
export async function readSourceFile(file: NamedFile): Promise<Catalog> {
  const name = file.name.replace(/\.(snappy|gz|zstd)?\.?(parquet|csv|tsv|json|txt)$/i, '');
  const magic = new TextDecoder('latin1').decode(await file.slice(0, Math.min(4, file.byteLength)));
  if (magic === 'PAR1') return { [name]: await readParquetSource(file) };
  if (magic === 'PARE')
    throw new UserError(
      `${file.name}: a Parquet file with an encrypted footer`,
      'Paste what printSchema() prints instead.',
    );
  if (/\.(csv|tsv)$/i.test(file.name)) {
    const beginning = new TextDecoder().decode(await file.slice(0, Math.min(SAMPLE, file.byteLength)));
    return { [name]: readCsvSource(beginning, file.byteLength) };
  }
  if (file.byteLength > MOST_TEXT) throw unknownSource(file.name);
  return readSourceText(new TextDecoder().decode(await file.slice(0, file.byteLength)), name);
}

/** The same for a text, pasted or from a file; `name` is the source's where the text has none. */
export function readSourceText(text: string, name: string): Catalog {
  if (text.trimStart().startsWith('{')) {
    const fields = sparkJsonFields(text);
    return fields ? { [name]: sourceOf(fields) } : readCatalogJson(text);
  }
  const printed = readPrintedSchema(text);
  if (printed) return { [name]: sourceOf(printed) };
  const described = readDescribedTable(text);
  if (described) return { [name]: described };
  throw unknownSource(name);
}

function sourceOf(fields: NonNullable<ReturnType<typeof readPrintedSchema>>): CatalogSource {
  return {
    format: 'parquet',
    columns: fields.map(({ name, type, nullable }) => ({ name, type: typeName(type), nullable })),
  };
}

function unknownSource(name: string): UserError {
  return new UserError(
    `${name}: no schema was found in it`,
    'What works: a Parquet or CSV file, what df.printSchema() or DESCRIBE TABLE prints, df.schema.json(), or a catalog as JSON.',
  );
}
