import type { Catalog } from '#lib/plan/settings.ts';

/** Block size of Hadoop's local file system: splits are never larger. */
const BLOCK = 32 * 1024 * 1024;
/** A last split may be this much larger than the others. */
const SLOP = 1.1;

/**
 * Parts of `textFile` by Hadoop's FileInputFormat: files are cut into pieces of total / minPartitions, each file by itself.
 * undefined when the catalog does not know the files.
 */
export function textSplits(catalog: Catalog, path: string | undefined, least: number): number | undefined {
  const files = path?.split(',').map((each) => catalog[each.trim()]?.fileBytes);
  if (!files || files.includes(undefined)) return undefined;
  const sizes = files.flatMap((each) => each ?? []);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const split = Math.max(1, Math.min(Math.floor(total / Math.max(1, least)), BLOCK));
  return sizes.reduce((sum, size) => sum + splitsOf(size, split), 0);
}

function splitsOf(size: number, split: number): number {
  let splits = 0;
  let left = size;
  while (left / split > SLOP) {
    splits++;
    left -= split;
  }
  // An empty file is a split of its own.
  return splits + (left > 0 || size === 0 ? 1 : 0);
}
