import { hashRow } from '../placement/hash-value.ts';
import { compareValues } from '../rows/compare-values.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { castValue } from './cast-value.ts';
import type { NullableFunction, ScalarFunction } from './scalar-function.ts';

/** Comparisons of values that are there; the analyzer has made both of one type. */
export const COMPARISONS: Readonly<Record<string, ScalarFunction>> = {
  '=': ([a, b]) => compareValues(a!, b!) === 0,
  '<': ([a, b]) => compareValues(a!, b!) < 0,
  '>': ([a, b]) => compareValues(a!, b!) > 0,
  '<=': ([a, b]) => compareValues(a!, b!) <= 0,
  '>=': ([a, b]) => compareValues(a!, b!) >= 0,
  not: ([a]) => a !== true,
  isnan: ([a]) => Number.isNaN(a),
};

/** Conditions, and whatever else looks at nulls itself. */
export const NULL_AWARE: Readonly<Record<string, NullableFunction>> = {
  and: (args) => (args.includes(false) ? false : args.includes(null) ? null : true),
  or: (args) => (args.includes(true) ? true : args.includes(null) ? null : false),
  '<=>': ([a, b]) => compareValues(a ?? null, b ?? null) === 0,
  isnull: ([a]) => a === null,
  isnotnull: ([a]) => a !== null,
  if: ([condition, yes, no]) => (condition === true ? yes : no) ?? null,
  case: chosen,
  coalesce: firstPresent,
  ifnull: firstPresent,
  nvl2: ([value, present, absent]) => (value === null ? absent : present) ?? null,
  nullif: ([a, b], [left, right]) => {
    if (a === null || a === undefined || b === null || b === undefined) return a ?? null;
    return compareValues(a, castValue(b, right!, left!)) === 0 ? null : a;
  },
  in: ([value, ...list]) => {
    if (value === null || value === undefined) return null;
    if (list.some((each) => each !== null && compareValues(value, each) === 0)) return true;
    return list.includes(null) ? null : false;
  },
  greatest: (args) => extreme(args, 1),
  least: (args) => extreme(args, -1),
  hash: (args, types) => hashRow(args, types),
  concat_ws: ([separator, ...parts], types) => {
    if (separator === null || separator === undefined) return null;
    const texts = parts.flatMap((part, i) =>
      Array.isArray(part) ? part : [castValue(part, types[i + 1]!, { kind: 'string' })],
    );
    return texts.filter((text) => text !== null).join(separator as string);
  },
};

/** Condition, value, …, otherwise. */
function chosen(args: readonly SqlValue[]): SqlValue {
  for (let i = 0; i + 1 < args.length; i += 2) if (args[i] === true) return args[i + 1]!;
  return args.length % 2 === 1 ? args.at(-1)! : null;
}

function firstPresent(args: readonly SqlValue[]): SqlValue {
  return args.find((arg) => arg !== null) ?? null;
}

function extreme(args: readonly SqlValue[], sign: 1 | -1): SqlValue {
  return args.reduce((best, arg) => {
    if (best === null || arg === null) return best ?? arg;
    return compareValues(arg, best) * sign > 0 ? arg : best;
  }, null);
}
