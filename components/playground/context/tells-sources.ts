import { UserError } from '#lib/base/assert.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';

const DATA = /\.(parquet|csv|tsv)$/i;
const TEXT = /\.(json|txt)$/i;
/** What lies beside data where Spark has written it. */
const BESIDE = /(^|\/)[._][^/]*$/;
/** Longer than any schema; event logs end in .json or .txt too, and may be of any size. */
const MOST_TEXT = 2 ** 20;

/**
 * Whether files are about what a program reads: data, or texts that hold a schema or a catalog. The endings of texts say
 * nothing, so these are read.
 */
export async function tellsSources(files: readonly NamedBlob[]): Promise<boolean> {
  const told = files.filter(({ path }) => !BESIDE.test(path));
  if (told.length === 0 || !told.every(({ path }) => DATA.test(path) || TEXT.test(path))) return false;
  const texts = told.filter(({ path }) => TEXT.test(path));
  if (texts.some(({ blob }) => blob.size > MOST_TEXT)) return false;
  return (await Promise.all(texts.map(holdsSchema))).every(Boolean);
}

async function holdsSchema({ path, blob }: NamedBlob): Promise<boolean> {
  // Only for those who drop texts.
  const { readSourceText } = await import('#lib/catalog/read-source.ts');
  try {
    readSourceText(await blob.text(), path);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return false;
  }
}
