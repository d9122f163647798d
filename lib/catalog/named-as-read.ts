import { plainPath } from '#lib/plan/analyze/sources.ts';
import type { Catalog } from '#lib/plan/settings.ts';

/**
 * The catalog with the names that a program reads its sources by: `orders` of orders.parquet becomes `s3://lake/orders` where
 * the program reads one source of that name. Names that fit none or several stay as they are.
 */
export function namedAsRead(catalog: Catalog, sources: readonly string[]): Catalog {
  return Object.fromEntries(
    Object.entries(catalog).map(([name, source]) => [readName(name, sources) ?? name, source]),
  );
}

function readName(name: string, sources: readonly string[]): string | undefined {
  const same = sources.find((source) => plainPath(source) === plainPath(name));
  if (same !== undefined) return same;
  const alike = sources.filter((source) => lastOf(source) === lastOf(name));
  return alike.length === 1 ? alike[0] : undefined;
}

/** `orders` of data/orders, data/orders.csv and shop.orders. */
function lastOf(name: string): string {
  const last = plainPath(name).split('/').at(-1) ?? '';
  return (
    last
      .replace(/\.(parquet|csv|tsv|json|orc|txt)$/i, '')
      .split('.')
      .at(-1) ?? ''
  ).toLowerCase();
}
