import { invariant } from '#lib/base/assert.ts';

/** More distinct keys than this are not looked at one by one; a shape with more is as even as a hash makes it. */
export const MAX_KEYS = 1_000_000;

/** How the rows of a data set spread over its keys, hottest key first. */
export type KeyShape =
  | { readonly kind: 'uniform'; readonly keys: number }
  /** The key of rank r has a share in proportion to 1 / r^exponent. */
  | { readonly kind: 'zipf'; readonly keys: number; readonly exponent: number }
  /** One key has this share of the rows (0..1), the others share the rest evenly. */
  | { readonly kind: 'hot'; readonly keys: number; readonly share: number }
  /** Drawn by hand or pasted: rows in these proportions, one entry for each key. */
  | { readonly kind: 'weights'; readonly weights: readonly number[] };

/** The weight of every key; only the proportions matter. */
export function keyWeights(shape: KeyShape): Float64Array {
  switch (shape.kind) {
    case 'uniform':
      return ranks(shape.keys, () => 1);
    case 'zipf':
      return ranks(shape.keys, (rank) => rank ** -shape.exponent);
    case 'hot':
      return ranks(shape.keys, (rank) =>
        shape.keys === 1 ? 1 : rank === 1 ? shape.share : (1 - shape.share) / (shape.keys - 1),
      );
    case 'weights':
      return Float64Array.from(shape.weights);
  }
}

/**
 * Whole rows for each key in proportion to the weights, every row given to exactly one key: a key gets what its end on the
 * line of all rows has more than its start, rounded down. Twice the rows never give a key fewer.
 */
export function rowsPerKey(weights: Float64Array, rows: number): Float64Array {
  let total = 0;
  for (let key = 0; key < weights.length; key++) total += weights[key]!;
  invariant(total > 0, 'keys without any weight hold no rows');
  const found = new Float64Array(weights.length);
  let [covered, given] = [0, 0];
  for (let key = 0; key < weights.length; key++) {
    covered += weights[key]!;
    const upTo = key === weights.length - 1 ? rows : Math.min(rows, Math.floor((covered / total) * rows));
    found[key] = upTo - given;
    given = upTo;
  }
  return found;
}

function ranks(keys: number, weightOf: (rank: number) => number): Float64Array {
  invariant(keys >= 1 && keys <= MAX_KEYS, `${keys} keys are not between 1 and ${MAX_KEYS}`);
  const weights = new Float64Array(keys);
  for (let i = 0; i < keys; i++) weights[i] = weightOf(i + 1);
  return weights;
}
