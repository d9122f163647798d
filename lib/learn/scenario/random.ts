import { XorShiftRandom } from '#lib/simulator/placement/xor-shift-random.ts';

/** Choices that a seed decides: the same variant for the same seed, on every machine. */
export interface Random {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  one<T>(of: readonly [T, ...T[]]): T;
}

export function seededRandom(seed: number): Random {
  const random = new XorShiftRandom(seed);
  const between = (least: number, most: number) => least + random.nextInt(most - least + 1);
  return { between, one: (of) => of[between(0, of.length - 1)]! };
}
