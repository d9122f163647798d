import { numberOf, textOf } from '../../api/read-value.ts';
import { tupleOf } from '../../builtins/list-methods.ts';
import { sorted } from '../../builtins/sorting.ts';
import { Raised } from '../../interpret/flow.ts';
import { attributesOf } from '../../values/attributes-of.ts';
import { formatValue } from '../../values/format.ts';
import { elementsOf, lengthOf, unpack } from '../../values/iterate.ts';
import {
  args as argsOf,
  bool,
  dict,
  float,
  int,
  iterator,
  list,
  NONE,
  set,
  str,
  tuple,
  unknown,
  unknownLike,
} from '../../values/make.ts';
import { orderOf } from '../../values/order.ts';
import { reprOf, strOf } from '../../values/python-text.ts';
import { all, truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { constant, functions, type ModuleTable } from '../table.ts';
import { isInstance } from './is-instance.ts';

const depends = (what: string): Value => unknown(`${what} depends on the run`);
const someText = (): Value => unknownLike('a text that depends on the run', 'str');
const someInt = (): Value => unknownLike('a number that depends on the run', 'int');
const someFloat = (): Value => unknownLike('a number that depends on the run', 'float');

function truthValue(value: boolean | undefined): Value {
  return value === undefined ? depends('a condition') : bool(value);
}

const CONVERSIONS: ModuleTable = functions({
  str: ['object, encoding', (a) => text(a.get('object'), strOf)],
  repr: ['object', (a) => text(a.get('object'), reprOf)],
  int: ['x, base', (a) => parsed(a.get('x'), numberOf(a.get('base')) ?? 10)],
  float: [
    'x',
    (a) => {
      const value = a.get('x');
      const number = value?.kind === 'str' ? Number(value.value) : numberOf(value);
      return number === undefined || Number.isNaN(number) ? someFloat() : float(number);
    },
  ],
  bool: ['x', (a) => (a.has('x') ? truthValue(truth(a.get('x') ?? NONE)) : bool(false))],
  list: ['iterable', (a) => collection(a.get('iterable'), list)],
  set: ['iterable', (a) => collection(a.get('iterable'), set)],
  frozenset: ['iterable', (a) => collection(a.get('iterable'), set)],
  tuple: ['iterable', (a) => (a.get('iterable') ? tupleOf(a.get('iterable')!) : tuple([]))],
  dict: [
    'iterable',
    (a) => {
      const given = a.get('iterable');
      const base = given?.kind === 'dict' ? [...given.entries.values()] : pairsOf(given);
      const named = [...a.extra].map(([name, value]) => [str(name), value] as const);
      return dict(
        [...(base ?? []), ...named],
        base === undefined || (given?.kind === 'dict' && given.open) || a.open,
      );
    },
  ],
  bytes: ['source', () => depends('bytes')],
  format: [
    'value, format_spec',
    (a) => {
      const shown = formatValue(a.get('value') ?? NONE, textOf(a.get('format_spec')));
      return shown === undefined ? someText() : str(shown);
    },
  ],
  chr: [
    'i',
    (a) => {
      const code = numberOf(a.get('i'));
      return code === undefined || code > 0x10ffff ? depends('a character') : str(String.fromCodePoint(code));
    },
  ],
  ord: ['c', (a) => int(textOf(a.get('c'))?.codePointAt(0) ?? Number.NaN)],
});

const SEQUENCES: ModuleTable = functions({
  len: [
    'obj',
    (a) => {
      const length = a.get('obj') && lengthOf(a.get('obj')!);
      return length === undefined ? someInt() : int(length);
    },
  ],
  range: [
    'start, stop, step',
    (a) => {
      const [start, stop, step] = [a.get('start'), a.get('stop'), a.get('step')].map(numberOf);
      if ((a.has('start') && start === undefined) || (a.has('stop') && stop === undefined))
        return depends('a range');
      return a.has('stop')
        ? { kind: 'range', start: start ?? 0, stop: stop ?? 0, step: step ?? 1 }
        : { kind: 'range', start: 0, stop: start ?? 0, step: 1 };
    },
  ],
  enumerate: [
    'iterable, start',
    (a) => {
      const first = numberOf(a.get('start')) ?? 0;
      return mapped(a.get('iterable'), (item, index) => tuple([int(first + index), item]));
    },
  ],
  zip: [
    '*iterables',
    (a) => {
      const each = a.rest.map((value) => elementsOf(value));
      if (each.includes(undefined)) return depends('a zip');
      const length = Math.min(...each.map((elements) => elements!.items.length));
      const rows = Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, row) =>
        tuple(each.map((elements) => elements!.items[row]!)),
      );
      return iterator(
        rows,
        each.some((elements) => elements!.open),
      );
    },
  ],
  map: [
    'function, *iterables',
    (a, run, site) => {
      const columns = a.rest.map((value) => elementsOf(value));
      const fn = a.get('function');
      if (!fn || columns.includes(undefined)) return depends('a map');
      const length = Math.min(...columns.map((elements) => elements!.items.length));
      const results = Array.from({ length }, (_, row) =>
        run.call(fn, argsOf(columns.map((elements) => elements!.items[row]!)), site),
      );
      return iterator(
        results,
        columns.some((elements) => elements!.open),
      );
    },
  ],
  filter: [
    'function, iterable',
    (a, run, site) => {
      const fn = a.get('function');
      const elements = a.get('iterable') && elementsOf(a.get('iterable')!);
      if (!elements) return depends('a filter');
      const kept = elements.items.map((item) => truth(fn ? run.call(fn, argsOf([item]), site) : item));
      return iterator(
        elements.items.filter((_, index) => kept[index] !== false),
        elements.open || kept.includes(undefined),
      );
    },
  ],
  sorted: [
    'iterable, *, key, reverse',
    (a, run, site) => {
      const elements = a.get('iterable') && elementsOf(a.get('iterable')!);
      if (!elements) return depends('a list');
      const keywords = new Map<string, Value>();
      for (const name of ['key', 'reverse']) if (a.get(name)) keywords.set(name, a.get(name)!);
      const items = sorted(run, elements.items, { positional: [], keywords, open: false }, site);
      return list(items ?? elements.items, elements.open || items === undefined);
    },
  ],
  reversed: [
    'sequence',
    (a) => {
      const elements = a.get('sequence') && elementsOf(a.get('sequence')!);
      return elements ? iterator(elements.items.toReversed(), elements.open) : depends('a list');
    },
  ],
  iter: ['object', (a) => collection(a.get('object'), iterator)],
  next: [
    'iterator, default',
    (a) => {
      const of = a.get('iterator');
      if (of?.kind !== 'iterator') return depends('an element');
      return of.items[of.at++] ?? a.get('default') ?? depends('an element');
    },
  ],
  sum: [
    'iterable, start',
    (a, run) => {
      const elements = a.get('iterable') && elementsOf(a.get('iterable')!);
      if (!elements || elements.open) return depends('a sum');
      return elements.items.reduce<Value>(
        (sum, item) => run.binary('+', sum, item),
        a.get('start') ?? int(0),
      );
    },
  ],
  min: ['*values, key, default', (a) => extreme(a.rest, -1)],
  max: ['*values, key, default', (a) => extreme(a.rest, 1)],
  any: [
    'iterable',
    (a) => {
      const answers = truths(a.get('iterable'));
      if (answers?.includes(true)) return bool(true);
      return !answers || answers.includes(undefined) ? depends('a condition') : bool(false);
    },
  ],
  all: ['iterable', (a) => truthValue(all(truths(a.get('iterable')) ?? [undefined]))],
});

const OBJECTS: ModuleTable = functions({
  print: ['*values, sep, end, file, flush', () => NONE],
  isinstance: [
    'object, classinfo',
    (a) => truthValue(isInstance(a.get('object') ?? NONE, a.get('classinfo') ?? NONE)),
  ],
  callable: ['object', (a) => truthValue(isCallable(a.get('object') ?? NONE))],
  getattr: [
    'object, name, default',
    (a, run, site) => {
      const name = textOf(a.get('name'));
      if (name === undefined) {
        run.note(
          site.file,
          site.range,
          'getattr of a name that is not known',
          'what is read or called there is not known',
        );
        return unknown('an attribute whose name is not known');
      }
      const value = run.attribute(a.get('object') ?? NONE, name, site);
      return value.kind === 'unknown' && a.has('default') && !value.frame
        ? (a.get('default') ?? NONE)
        : value;
    },
  ],
  setattr: [
    'object, name, value',
    (a, run) => {
      const object = a.get('object');
      const name = textOf(a.get('name'));
      if (object?.kind === 'instance' && name) run.journal.set(object.attrs, name, a.get('value') ?? NONE);
      return NONE;
    },
  ],
  hasattr: [
    'object, name',
    (a, run, site) => {
      const value = run.attribute(a.get('object') ?? NONE, textOf(a.get('name')) ?? '', site);
      return value.kind === 'unknown' ? depends('a condition') : bool(true);
    },
  ],
  type: [
    'object',
    (a) => {
      const value = a.get('object');
      return value?.kind === 'instance' ? value.cls : unknown('a type');
    },
  ],
  vars: ['object', (a) => attributesOf(a.get('object') ?? NONE)],
  id: ['object', () => depends('an identity')],
  open: ['file', () => depends('a file')],
  input: ['prompt', () => depends('an input')],
  abs: ['x', (a) => numeric(a.get('x'), Math.abs)],
  round: [
    'number, ndigits',
    (a) => {
      const digits = numberOf(a.get('ndigits'));
      if (digits === undefined) return numeric(a.get('number'), Math.round);
      return numeric(a.get('number'), (x) => Number(x.toFixed(Math.min(Math.max(digits, 0), 20))));
    },
  ],
  pow: ['base, exp', (a, run) => run.binary('**', a.get('base') ?? NONE, a.get('exp') ?? NONE)],
  divmod: [
    'a, b',
    (a, run) => {
      const [x, y] = [a.get('a') ?? NONE, a.get('b') ?? NONE];
      return tuple([run.binary('//', x, y), run.binary('%', x, y)]);
    },
  ],
  exit: ['status', (a) => leave(a.get('status'))],
  quit: ['status', (a) => leave(a.get('status'))],
  eval: [
    'source',
    (_, run, site) => {
      run.note(site.file, site.range, 'eval of text', 'what it does is not known');
      return unknown('the result of eval');
    },
  ],
  exec: [
    'source',
    (_, run, site) => {
      run.note(site.file, site.range, 'exec of text', 'what it does is not known');
      return NONE;
    },
  ],
  property: [
    'fget',
    (a) => {
      const value = a.get('fget');
      return value?.kind === 'function' ? { ...value, binding: 'property' } : unknown('a property');
    },
  ],
  object: ['', () => unknown('an object')],
});

export const BUILTINS: ModuleTable = {
  ...CONVERSIONS,
  ...SEQUENCES,
  ...OBJECTS,
  NotImplemented: constant(unknown('NotImplemented')),
  __file__: constant(unknown('the path of the program')),
  ...Object.fromEntries(
    [
      'Exception',
      'ValueError',
      'KeyError',
      'TypeError',
      'RuntimeError',
      'NotImplementedError',
      'AttributeError',
    ].map((name) => [name, constant(unknown(`an exception (${name})`))]),
  ),
};

export function leave(status: Value | undefined): never {
  throw new Raised(status ?? NONE);
}

function text(value: Value | undefined, show: (value: Value) => string | undefined): Value {
  const shown = value === undefined ? '' : show(value);
  return shown === undefined ? someText() : str(shown);
}

function parsed(value: Value | undefined, base: number): Value {
  if (value?.kind !== 'str') return numeric(value, Math.trunc, true);
  const digits = value.value.trim().replaceAll('_', '');
  return base === 10 && !/^[+-]?\d+$/.test(digits) ? someInt() : int(Number.parseInt(digits, base));
}

function numeric(value: Value | undefined, make: (x: number) => number, whole = false): Value {
  const number = numberOf(value);
  if (number === undefined || Number.isNaN(number)) return someInt();
  const result = make(number);
  return value?.kind === 'float' && !whole && !Number.isInteger(result) ? float(result) : int(result);
}

function collection(
  value: Value | undefined,
  make: (items: readonly Value[], open?: boolean) => Value,
): Value {
  if (value === undefined) return make([]);
  const elements = elementsOf(value);
  return elements ? make(elements.items, elements.open) : depends('a collection');
}

function pairsOf(value: Value | undefined): readonly (readonly [Value, Value])[] | undefined {
  if (value === undefined) return [];
  const pairs = elementsOf(value)?.items.map((item) => unpack(item, 2));
  return !pairs || pairs.includes(undefined)
    ? undefined
    : pairs.map((pair) => [pair![0]!, pair![1]!] as const);
}

function mapped(value: Value | undefined, make: (item: Value, index: number) => Value): Value {
  const elements = value && elementsOf(value);
  return elements ? iterator(elements.items.map(make), elements.open) : depends('a list');
}

function truths(value: Value | undefined): readonly (boolean | undefined)[] | undefined {
  const elements = value && elementsOf(value);
  return elements && !elements.open ? elements.items.map(truth) : undefined;
}

function extreme(values: readonly Value[], sign: number): Value {
  const elements = values.length === 1 ? elementsOf(values[0]!) : { items: values, open: false };
  if (!elements || elements.open || elements.items.length === 0) return depends('an extreme');
  let best = elements.items[0]!;
  for (const item of elements.items.slice(1)) {
    const order = orderOf(item, best);
    if (order === undefined) return depends('an extreme');
    if (order * sign > 0) best = item;
  }
  return best;
}

function isCallable(value: Value): boolean | undefined {
  if (value.kind === 'unknown') return undefined;
  return ['function', 'native', 'bound', 'method', 'partial', 'class', 'udf'].includes(value.kind);
}
