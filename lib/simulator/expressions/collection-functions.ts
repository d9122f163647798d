import { invariant, UserError } from '#lib/base/assert.ts';
import { compareValues } from '../rows/compare-values.ts';
import { isMap, type SqlValue } from '../rows/sql-value.ts';
import type { NullableFunction, ScalarFunction } from './scalar-function.ts';

/** Longer arrays would fill the memory. */
const MOST_ELEMENTS = 1_000_000;

/** Functions that take arrays, maps and structs apart. */
export const COLLECTION_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  '[]': ([of, key]) => (isMap(of!) ? valueAt(of, key!) : (elements(of!)[Number(key)] ?? null)),
  '.field': ([of, name], [type]) => {
    invariant(type?.kind === 'struct', 'only structs have fields');
    return elements(of!)[type.fields.findIndex((field) => field.name === name)] ?? null;
  },
  element_at: ([of, key]) => {
    if (isMap(of!)) return valueAt(of, key!);
    const at = Number(key);
    return elements(of!)[at > 0 ? at - 1 : elements(of!).length + at] ?? null;
  },
  size: ([of]) => (isMap(of!) ? of.keys.length : elements(of!).length),
  sequence: ([from, to, step], [type]) => sequence(from!, to!, step, type?.kind === 'bigint'),
  map_keys: ([map]) => (isMap(map!) ? map.keys : null),
  map_values: ([map]) => (isMap(map!) ? map.values : null),
};

/** Functions that put values together; a null among them is a value. */
export const CONSTRUCTORS: Readonly<Record<string, NullableFunction>> = {
  array: (args) => args,
  struct: (args) => args,
  named_struct: (args) => args.filter((_, i) => i % 2 === 1),
  map: (args) => ({
    keys: args.filter((_, i) => i % 2 === 0),
    values: args.filter((_, i) => i % 2 === 1),
  }),
  array_repeat: ([value, times]) => {
    if (times === null || times === undefined) return null;
    if (Number(times) > MOST_ELEMENTS) throw new UserError('The array would be too long.');
    return Array<SqlValue>(Math.max(0, Number(times))).fill(value ?? null);
  },
};

function elements(value: SqlValue): readonly SqlValue[] {
  invariant(Array.isArray(value), 'only arrays and structs have elements');
  return value;
}

function valueAt(
  map: { readonly keys: readonly SqlValue[]; readonly values: readonly SqlValue[] },
  key: SqlValue,
) {
  const at = map.keys.findIndex((each) => compareValues(each, key) === 0);
  return map.values[at] ?? null;
}

function sequence(
  from: SqlValue,
  to: SqlValue,
  step: SqlValue | undefined,
  long: boolean,
): readonly SqlValue[] {
  const [start, end] = [Number(from), Number(to)];
  const by = Number(step ?? (end >= start ? 1 : -1));
  const count = Math.floor((end - start) / by) + 1;
  if (by === 0 || count > MOST_ELEMENTS) throw new UserError('The sequence would be too long.');
  return Array.from({ length: Math.max(0, count) }, (_, i) =>
    long ? BigInt(start + i * by) : start + i * by,
  );
}
