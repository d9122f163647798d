import type { SparkVersion } from '#lib/plan/settings.ts';
import type { CaseInput } from './read-input.ts';

/**
 * One question that can be asked of the simulator from outside: the input is not trusted, the answer is plain JSON.
 * The rule itself lives in its own file and knows nothing of cases.
 */
export interface CaseKind {
  readonly kind: string;
  /** Throws `UserError` where the input is not usable, naming the field and what it may hold. */
  run(input: CaseInput, spark: SparkVersion): unknown;
}
