import { hashKey } from '../values/hash-key.ts';
import { elementsOf } from '../values/iterate.ts';
import { bool, int, list, NONE, set, str, tuple, unknown } from '../values/make.ts';
import { equal } from '../values/truth.ts';
import type { ListValue, SetValue, TupleValue, Value } from '../values/value.ts';
import type { BuiltinMethods } from './methods.ts';
import { sorted } from './sorting.ts';

/** Of lists; tuples have two of them, and namedtuples and rows `_asdict`. */
export const LIST_METHODS: BuiltinMethods<ListValue | TupleValue> = {
  append: (self, args) => change(self, (of) => of.items.push(...args.positional.slice(0, 1))),
  extend: (self, args) =>
    change(self, (of) => {
      const elements = args.positional[0] && elementsOf(args.positional[0]);
      of.items.push(...(elements?.items ?? []));
      of.open ||= elements?.open ?? true;
    }),
  insert: (self, args) =>
    change(self, (of) => {
      const [index, value] = args.positional;
      if (value) of.items.splice(index?.kind === 'int' ? index.value : 0, 0, value);
    }),
  pop: (self, args) => {
    if (self.kind !== 'list') return undefined;
    const [index] = args.positional;
    if (index && index.kind !== 'int') return undefined;
    return self.items.splice(index?.value ?? -1, 1)[0] ?? unknown('an item beyond what is known');
  },
  remove: (self, args) =>
    change(self, (of) => {
      const index = of.items.findIndex((item) => args.positional[0] && equal(item, args.positional[0]));
      if (index >= 0) of.items.splice(index, 1);
    }),
  clear: (self) =>
    change(self, (of) => {
      of.items = [];
      of.open = false;
    }),
  reverse: (self) => change(self, (of) => of.items.reverse()),
  sort: (self, args, run, site) =>
    change(self, (of) => {
      const items = sorted(run, of.items, args, site);
      if (items) of.items = [...items];
    }),
  copy: (self) => list(self.items, self.kind === 'list' && self.open),
  index: (self, args) => {
    const wanted = args.positional[0];
    const index = self.items.findIndex((item) => wanted && equal(item, wanted));
    return index < 0 ? undefined : int(index);
  },
  count: (self, args) => {
    const answers = self.items.map((item) => args.positional[0] && equal(item, args.positional[0]));
    return answers.includes(undefined) ? undefined : int(answers.filter(Boolean).length);
  },
  asDict: (self) => asDict(self),
  _asdict: (self) => asDict(self),
};

function change(self: ListValue | TupleValue, how: (of: ListValue) => void): Value {
  if (self.kind === 'list') how(self);
  return NONE;
}

function asDict(self: ListValue | TupleValue): Value | undefined {
  if (self.kind !== 'tuple' || !self.names) return undefined;
  const entries = new Map<string, readonly [Value, Value]>();
  self.names.forEach((name, index) => {
    entries.set(hashKey(str(name)) ?? '', [str(name), self.items[index] ?? NONE]);
  });
  return { kind: 'dict', entries, open: false };
}

export const SET_METHODS: BuiltinMethods<SetValue> = {
  add: (self, args) => {
    const [value] = args.positional;
    const key = value && hashKey(value);
    if (key === undefined) self.open = true;
    else self.entries.set(key, value!);
    return NONE;
  },
  discard: (self, args) => {
    self.entries.delete((args.positional[0] && hashKey(args.positional[0])) ?? '');
    return NONE;
  },
  remove: (self, args) => {
    self.entries.delete((args.positional[0] && hashKey(args.positional[0])) ?? '');
    return NONE;
  },
  update: (self, args) => {
    for (const value of args.positional) {
      const elements = elementsOf(value);
      self.open ||= elements?.open ?? true;
      for (const item of elements?.items ?? []) self.entries.set(hashKey(item) ?? '', item);
    }
    return NONE;
  },
  copy: (self) => set([...self.entries.values()], self.open),
  union: (self, args) => combine(self, args.positional, (a, b) => [...a, ...b]),
  intersection: (self, args) =>
    combine(self, args.positional, (a, b) => a.filter((item) => b.some((other) => equal(item, other)))),
  difference: (self, args) =>
    combine(self, args.positional, (a, b) => a.filter((item) => !b.some((other) => equal(item, other)))),
  symmetric_difference: (self, args) =>
    combine(self, args.positional, (a, b) => [
      ...a.filter((item) => !b.some((other) => equal(item, other))),
      ...b.filter((item) => !a.some((other) => equal(item, other))),
    ]),
  issubset: (self, args) =>
    relation(self, args.positional[0], (a, b) => a.every((item) => b.some((o) => equal(item, o)))),
  issuperset: (self, args) =>
    relation(self, args.positional[0], (a, b) => b.every((item) => a.some((o) => equal(item, o)))),
  isdisjoint: (self, args) =>
    relation(self, args.positional[0], (a, b) => !a.some((item) => b.some((o) => equal(item, o)))),
};

type Combine = (a: readonly Value[], b: readonly Value[]) => readonly Value[];

function combine(self: SetValue, others: readonly Value[], how: Combine): Value {
  let items: readonly Value[] = [...self.entries.values()];
  let { open } = self;
  for (const other of others) {
    const elements = elementsOf(other);
    open ||= elements?.open ?? true;
    items = how(items, elements?.items ?? []);
  }
  return set(items, open);
}

function relation(
  self: SetValue,
  other: Value | undefined,
  holds: (a: readonly Value[], b: readonly Value[]) => boolean,
): Value | undefined {
  const elements = other && elementsOf(other);
  if (self.open || !elements || elements.open) return undefined;
  return bool(holds([...self.entries.values()], elements.items));
}

export function tupleOf(value: Value): Value {
  const elements = elementsOf(value);
  if (!elements) return unknown('a tuple of what depends on the run');
  return elements.open ? list(elements.items, true) : tuple(elements.items);
}
