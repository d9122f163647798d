import { hashKey } from '../values/hash-key.ts';
import { elementsOf, pairs } from '../values/iterate.ts';
import { list, NONE, str, unknown } from '../values/make.ts';
import type { Args, DictValue, Value } from '../values/value.ts';
import type { BuiltinMethods } from './methods.ts';

export const DICT_METHODS: BuiltinMethods<DictValue> = {
  get: (self, args) =>
    found(self, args.positional[0]) ?? missing(self, args.positional[1] ?? args.keywords.get('default')),
  items: (self) => list(pairs(self.entries.values()), self.open),
  keys: (self) =>
    list(
      [...self.entries.values()].map(([key]) => key),
      self.open,
    ),
  values: (self) =>
    list(
      [...self.entries.values()].map(([, value]) => value),
      self.open,
    ),
  copy: (self) => ({ kind: 'dict', entries: new Map(self.entries), open: self.open }),
  update: (self, args, run) => {
    for (const other of args.positional) {
      if (other.kind === 'dict')
        for (const [key, pair] of other.entries) run.journal.set(self.entries, key, pair);
      self.open ||= other.kind !== 'dict' || other.open;
    }
    for (const [name, value] of args.keywords) {
      run.journal.set(self.entries, hashKey(str(name))!, [str(name), value] as const);
    }
    return NONE;
  },
  setdefault: (self, args, run) => {
    const [key, value = NONE] = args.positional;
    const known = found(self, key);
    const hash = key && hashKey(key);
    if (known || hash === undefined) return known;
    run.journal.set(self.entries, hash, [key!, value] as const);
    return value;
  },
  pop: (self, args, run) => {
    const [key, otherwise] = args.positional;
    const known = found(self, key);
    if (known) run.journal.delete(self.entries, hashKey(key!)!);
    return known ?? missing(self, otherwise);
  },
  clear: (self) => {
    self.entries.clear();
    self.open = false;
    return NONE;
  },
  fromkeys: (_, args: Args) => {
    const elements = args.positional[0] && elementsOf(args.positional[0]);
    const made: DictValue = { kind: 'dict', entries: new Map(), open: elements?.open ?? true };
    for (const item of elements?.items ?? []) {
      const key = hashKey(item);
      if (key !== undefined) made.entries.set(key, [item, args.positional[1] ?? NONE]);
    }
    return made;
  },
};

function found(self: DictValue, key: Value | undefined): Value | undefined {
  const hash = key && hashKey(key);
  return hash === undefined ? undefined : self.entries.get(hash)?.[1];
}

/** A key that is not known, or a dict that may have more entries, leaves it to the run. */
function missing(self: DictValue, otherwise: Value | undefined): Value {
  return self.open ? unknown('an entry that is not known') : (otherwise ?? NONE);
}
