import { AGGREGATE_FUNCTIONS, GENERATORS, WINDOW_FUNCTIONS } from './aggregate-functions.ts';
import { COLLECTION_FUNCTIONS } from './collection-functions.ts';
import { DATETIME_FUNCTIONS } from './datetime-functions.ts';
import type { FunctionSpec } from './function-spec.ts';
import { MATH_FUNCTIONS } from './math-functions.ts';
import { OTHER_FUNCTIONS } from './other-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';

const ALL: ReadonlyMap<string, FunctionSpec> = new Map([
  ...AGGREGATE_FUNCTIONS,
  ...WINDOW_FUNCTIONS,
  ...GENERATORS,
  ...MATH_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...DATETIME_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...OTHER_FUNCTIONS,
]);

/** By Spark's name or another name of the function, in lower case. Operators are in `analyze/operators.ts`. */
export function functionSpec(name: string): FunctionSpec | undefined {
  return ALL.get(name);
}

/** Every name there is. */
export function functionNames(): readonly string[] {
  return [...ALL.keys()];
}
