/** Unit of a figure; `ratio` is a plain quotient, `share` is 0..1. */
export type ComputedUnit =
  | 'bytes'
  | 'ms'
  | 'rows'
  | 'tasks'
  | 'files'
  | 'partitions'
  | 'count'
  | 'ratio'
  | 'share';

/** One number that went into a figure. */
export interface ComputedInput {
  readonly name: string;
  readonly value: number;
  readonly unit: ComputedUnit;
  /** The Spark setting that the number comes from, where it is one. */
  readonly setting?: string;
}

/**
 * A figure with the way it came about, for "how computed". `exact` follows a rule of Spark that has one answer for
 * these inputs; `estimate` is a model of time, memory or compression that a real run may miss.
 */
export interface Computed {
  readonly value: number;
  readonly unit: ComputedUnit;
  /** In plain arithmetic over the names of the inputs. */
  readonly formula: string;
  readonly inputs: readonly ComputedInput[];
  /** The Spark class that does it so, or the rule of thumb and where it comes from. */
  readonly source: string;
  readonly kind: 'exact' | 'estimate';
}

export function input(name: string, value: number, unit: ComputedUnit, setting?: string): ComputedInput {
  return setting === undefined ? { name, value, unit } : { name, value, unit, setting };
}
