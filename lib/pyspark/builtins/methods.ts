import { entry } from '../api/method.ts';
import type { Run } from '../interpret/run.ts';
import type { Args, CallSite, Value } from '../values/value.ts';
import { DICT_METHODS } from './dict-methods.ts';
import { LIST_METHODS, SET_METHODS } from './list-methods.ts';
import { MOMENT_METHODS } from './moment-methods.ts';
import { STR_METHODS } from './str-methods.ts';

/** A method of one of Python's own types; undefined where the answer depends on the run. */
export type BuiltinMethod<Self extends Value> = (
  self: Self,
  args: Args,
  run: Run,
  site: CallSite,
) => Value | undefined;

export type BuiltinMethods<Self extends Value> = Readonly<Record<string, BuiltinMethod<Self>>>;

type Of<Kind extends Value['kind']> = Extract<Value, { kind: Kind }>;

export function callBuiltinMethod(
  run: Run,
  self: Value,
  name: string,
  args: Args,
  site: CallSite,
): Value | undefined {
  switch (self.kind) {
    case 'str':
      return pick<Of<'str'>>(STR_METHODS, name)?.(self, args, run, site);
    case 'list':
    case 'tuple':
      return pick<Of<'list' | 'tuple'>>(LIST_METHODS, name)?.(self, args, run, site);
    case 'dict':
      return pick<Of<'dict'>>(DICT_METHODS, name)?.(self, args, run, site);
    case 'set':
      return pick<Of<'set'>>(SET_METHODS, name)?.(self, args, run, site);
    case 'date':
    case 'datetime':
    case 'timedelta':
      return pick<Of<'date' | 'datetime' | 'timedelta'>>(MOMENT_METHODS, name)?.(self, args, run, site);
    default:
      return undefined;
  }
}

function pick<Self extends Value>(
  table: BuiltinMethods<Self>,
  name: string,
): BuiltinMethod<Self> | undefined {
  return entry(table, name);
}

const NAMES: Readonly<Partial<Record<Value['kind'], ReadonlySet<string>>>> = {
  str: new Set(Object.keys(STR_METHODS)),
  list: new Set(Object.keys(LIST_METHODS)),
  tuple: new Set(Object.keys(LIST_METHODS)),
  dict: new Set(Object.keys(DICT_METHODS)),
  set: new Set(Object.keys(SET_METHODS)),
  date: new Set(Object.keys(MOMENT_METHODS)),
  datetime: new Set(Object.keys(MOMENT_METHODS)),
  timedelta: new Set(Object.keys(MOMENT_METHODS)),
};
const NONE: ReadonlySet<string> = new Set();

export function methodNames(kind: Value['kind']): ReadonlySet<string> {
  return NAMES[kind] ?? NONE;
}
