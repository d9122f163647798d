import type { Figure, Values } from '#lib/learn/scenario/figure.ts';

/** Figures of a scenario or of its variant, and those of their values that the engines have told. */
export interface Known {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly values: Values;
}
