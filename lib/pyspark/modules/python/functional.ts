import { elementsOf } from '../../values/iterate.ts';
import { args as argsOf, iterator, NONE, native, tuple, unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { fn, functions, type ModuleTable } from '../table.ts';

export const FUNCTOOLS: ModuleTable = {
  ...functions({
    reduce: [
      'function, iterable, initial',
      (a, run, site) => {
        const each = a.get('function');
        const elements = a.get('iterable') && elementsOf(a.get('iterable')!);
        if (!each || !elements) return unknown('a reduce over what depends on the run');
        const items = a.has('initial') ? [a.get('initial') ?? NONE, ...elements.items] : elements.items;
        if (elements.open) {
          run.note(
            site.file,
            site.range,
            'reduce over what depends on the run',
            'further elements are not shown',
          );
        }
        return items
          .slice(1)
          .reduce<Value>(
            (left, right) => run.call(each, argsOf([left, right]), site),
            items[0] ?? unknown('a reduce over nothing'),
          );
      },
    ],
    wraps: ['wrapped', () => native('wraps', (given) => given.positional[0] ?? NONE)],
    lru_cache: ['maxsize', (a) => decorator(a.get('maxsize'))],
    cache: ['user_function', (a) => a.get('user_function') ?? NONE],
  }),
  partial: () =>
    native('partial', (args) => {
      const [of, ...rest] = args.positional;
      return of
        ? { kind: 'partial', fn: of, args: { ...args, positional: rest } }
        : unknown('a partial of nothing');
    }),
};

/** `@lru_cache` and `@lru_cache(maxsize=…)` leave the function as it is. */
function decorator(given: Value | undefined): Value {
  const isFunction = given?.kind === 'function' || given?.kind === 'bound';
  return isFunction ? given : native('decorator', (args) => args.positional[0] ?? NONE);
}

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  and_: '&',
  or_: '|',
  xor: '^',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  iadd: '+',
  concat: '+',
};

export const OPERATOR: ModuleTable = {
  ...Object.fromEntries(
    Object.entries(OPERATORS).map(([name, sign]) => [
      name,
      fn(name, 'a, b', (a, run) => run.binary(sign, a.get('a') ?? NONE, a.get('b') ?? NONE)),
    ]),
  ),
  ...functions({
    itemgetter: [
      'item',
      (a, run) =>
        native('itemgetter', (given, site) =>
          run.item(given.positional[0] ?? NONE, a.get('item') ?? NONE, site),
        ),
    ],
    attrgetter: [
      'attr',
      (a, run) =>
        native('attrgetter', (given, site) => {
          const name = a.get('attr');
          return name?.kind === 'str'
            ? run.attribute(given.positional[0] ?? NONE, name.value, site)
            : unknown('an attribute');
        }),
    ],
  }),
};

export const ITERTOOLS: ModuleTable = functions({
  chain: ['*iterables', (a) => chained(a.rest)],
  product: [
    '*iterables',
    (a) => {
      const lists = a.rest.map((value) => elementsOf(value));
      if (lists.some((each) => !each || each.open)) return unknown('a product of what depends on the run');
      let rows: readonly (readonly Value[])[] = [[]];
      for (const each of lists) {
        if (rows.length * each!.items.length > 5_000) return unknown('a product of very many');
        rows = rows.flatMap((row) => each!.items.map((item) => [...row, item]));
      }
      return iterator(rows.map(tuple));
    },
  ],
  combinations: [
    'iterable, r',
    (a) => {
      const elements = a.get('iterable') && elementsOf(a.get('iterable')!);
      const r = a.get('r');
      if (!elements || elements.open || r?.kind !== 'int' || elements.items.length > 14)
        return unknown('combinations');
      return iterator(combinations(elements.items, r.value).map(tuple));
    },
  ],
});

function chained(values: readonly Value[]): Value {
  const each = values.map((value) => elementsOf(value));
  return iterator(
    each.flatMap((elements) => elements?.items ?? []),
    each.some((elements) => elements?.open ?? true),
  );
}

function combinations(items: readonly Value[], r: number): readonly (readonly Value[])[] {
  if (r <= 0) return [[]];
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), r - 1).map((rest) => [item, ...rest]),
  );
}

export const COLLECTIONS: ModuleTable = functions({
  OrderedDict: ['iterable', (a, run, site) => asDict(a.get('iterable'), run, site)],
  defaultdict: ['default_factory', () => ({ kind: 'dict', entries: new Map(), open: true })],
  namedtuple: [
    'typename, field_names',
    (a) => {
      const given = a.get('field_names');
      const names =
        given?.kind === 'str'
          ? given.value.split(/[\s,]+/)
          : elementsOf(given ?? NONE)?.items.map((n) => (n.kind === 'str' ? n.value : ''));
      return native('namedtuple', (args) => ({
        kind: 'tuple',
        names: names ?? [],
        items: (names ?? []).map(
          (name, index) => args.positional[index] ?? args.keywords.get(name) ?? unknown('a field'),
        ),
      }));
    },
  ],
});

function asDict(
  value: Value | undefined,
  run: Parameters<ReturnType<typeof fn>>[0],
  site: Parameters<typeof run.call>[2],
): Value {
  if (value === undefined || value.kind === 'dict')
    return value ?? { kind: 'dict', entries: new Map(), open: false };
  return run.call(
    native('dict', () => unknown('a dict')),
    argsOf([value]),
    site,
  );
}

export const COPY: ModuleTable = functions({
  copy: ['x', (a) => copied(a.get('x') ?? NONE)],
  deepcopy: ['x', (a) => copied(a.get('x') ?? NONE)],
});

function copied(value: Value): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(copied) };
    case 'dict':
      return {
        ...value,
        entries: new Map(
          [...value.entries].map(([key, [name, item]]) => [key, [name, copied(item)] as const]),
        ),
      };
    case 'set':
      return { ...value, entries: new Map(value.entries) };
    default:
      return value;
  }
}
