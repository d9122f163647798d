import { type Bound, bindArgs } from '../api/signature.ts';
import type { Run } from '../interpret/run.ts';
import { native } from '../values/make.ts';
import type { CallSite, Value } from '../values/value.ts';

/** What a module's name stands for in this run. */
export type Member = (run: Run) => Value;

export type ModuleTable = Readonly<Record<string, Member>>;

/** A function by its signature, see `Bound`. */
export function fn(
  name: string,
  signature: string,
  call: (args: Bound, run: Run, site: CallSite) => Value,
): Member {
  return (run) => native(name, (args, site) => call(bindArgs(signature, args), run, site));
}

/** Functions by `name(signature)`. */
export function functions(
  table: Readonly<
    Record<string, readonly [signature: string, call: (args: Bound, run: Run, site: CallSite) => Value]>
  >,
): ModuleTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, [signature, call]]) => [name, fn(name, signature, call)]),
  );
}

export function constant(value: Value): Member {
  return () => value;
}
