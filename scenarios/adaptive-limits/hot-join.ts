import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** A fifth of the rows has one key. */
export const HOT: Partial<Knobs> = {
  dataBytes: 20 * 2 ** 30,
  files: 160,
  keyShape: 'hot',
  hotShare: 0.2,
  keys: 100_000,
  executors: 5,
  cores: 4,
  memoryBytes: 8 * 2 ** 30,
};

/** A step of adaptive execution that cuts partitions. */
export function isSplit({ kind }: { readonly kind: string }): boolean {
  return kind.startsWith('split-');
}
