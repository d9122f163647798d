import type { Column } from '#lib/plan/analyze/column.ts';
import { args as argsOf, column, unknown } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { flatten, literalOrColumn } from '../columns.ts';
import { ORDERS } from '../functions/special-functions.ts';
import type { Class, Method, Methods } from '../method.ts';
import { numberOf, textOf } from '../read-value.ts';
import { dataTypeOf } from '../types/schema.ts';

type ColumnLike = Extract<Value, { kind: 'column' | 'when' }>;

/** Methods that are a SQL function or operator of the column and of literals. */
const CALLS: Readonly<Record<string, readonly [signature: string, fn: string]>> = {
  isNull: ['', 'isnull'],
  isNotNull: ['', 'isnotnull'],
  isNaN: ['', 'isnan'],
  eqNullSafe: ['other', '<=>'],
  like: ['other', 'like'],
  ilike: ['other', 'ilike'],
  rlike: ['other', 'rlike'],
  contains: ['other', 'contains'],
  startswith: ['other', 'startswith'],
  endswith: ['other', 'endswith'],
  bitwiseAND: ['other', '&'],
  bitwiseOR: ['other', '|'],
  bitwiseXOR: ['other', '^'],
  getItem: ['key', '[]'],
  substr: ['startPos, length', 'substring'],
};

const SIMPLE: Methods<ColumnLike> = Object.fromEntries(
  Object.entries(CALLS).map(([name, [signature, fn]]): [string, Method<ColumnLike>] => [
    name,
    [
      signature,
      (self, a) => {
        const given = signature.split(', ').flatMap((param) => a.get(param) ?? []);
        return call(fn, [self, ...given]);
      },
    ],
  ]),
);

const ORDERINGS: Methods<ColumnLike> = Object.fromEntries(
  Object.entries(ORDERS).map(([name, [direction, nulls]]): [string, Method<ColumnLike>] => [
    name,
    ['', (self) => column({ kind: 'ordered', child: literalOrColumn(self), direction, nulls })],
  ]),
);

function call(fn: string, args: readonly Value[]): Value {
  return column({ kind: 'call', fn, args: args.map(literalOrColumn) });
}

/** pyspark.sql.Column. */
export const COLUMN_CLASS: Class<ColumnLike> = {
  methods: {
    ...SIMPLE,
    ...ORDERINGS,
    alias: ['*alias, metadata', (self, a) => renamed(self, a.rest)],
    name: ['*alias, metadata', (self, a) => renamed(self, a.rest)],
    cast: ['dataType', (self, a) => castTo(self, a.get('dataType'))],
    astype: ['dataType', (self, a) => castTo(self, a.get('dataType'))],
    try_cast: ['dataType', (self, a) => castTo(self, a.get('dataType'))],
    isin: ['*cols', (self, a) => call('in', [self, ...flatten(a.rest)])],
    between: [
      'lowerBound, upperBound',
      (self, a) => {
        const bound = (name: string): Column => literalOrColumn(a.get(name) ?? unknown('a bound'));
        const of = literalOrColumn(self);
        return column({
          kind: 'call',
          fn: 'and',
          args: [
            { kind: 'call', fn: '>=', args: [of, bound('lowerBound')] },
            { kind: 'call', fn: '<=', args: [of, bound('upperBound')] },
          ],
        });
      },
    ],
    over: [
      'window',
      (self, a) => {
        const window = a.get('window');
        if (window?.kind !== 'window-spec') {
          return column({
            kind: 'unknown',
            why: 'a window that is not known',
            reads: [literalOrColumn(self)],
          });
        }
        const { partitionBy, orderBy, frame } = window;
        return column({ kind: 'over', fn: literalOrColumn(self), partitionBy, orderBy, frame });
      },
    ],
    when: [
      'condition, value',
      (self, a) => ({
        kind: 'when',
        branches: [
          ...branchesOf(self),
          literalOrColumn(a.get('condition') ?? unknown('a condition')),
          literalOrColumn(a.get('value') ?? { kind: 'none' }),
        ],
      }),
    ],
    otherwise: [
      'value',
      (self, a) =>
        column({
          kind: 'call',
          fn: 'case',
          args: [...branchesOf(self), literalOrColumn(a.get('value') ?? { kind: 'none' })],
        }),
    ],
    getField: ['name', (self, a) => field(self, textOf(a.get('name')))],
    withField: [
      'fieldName, col',
      (self, a) =>
        call('update_fields', [self, ...[a.get('fieldName'), a.get('col')].flatMap((v) => v ?? [])]),
    ],
    dropFields: ['*fieldNames', (self, a) => call('drop_fields', [self, ...a.rest])],
    outer: ['', (self) => self],
    transform: [
      'f',
      (self, a, { run, site }) => (a.get('f') ? run.call(a.get('f')!, argsOf([self]), site) : self),
    ],
  },
  properties: {},
  other: (self, name) => (name.startsWith('__') ? undefined : field(self, name)),
};

function branchesOf(self: ColumnLike): readonly Column[] {
  if (self.kind === 'when') return self.branches;
  const { column: of } = self;
  return of.kind === 'call' && of.fn === 'case' ? of.args : [of];
}

function renamed(self: ColumnLike, names: readonly Value[]): Value {
  const texts = names.map(textOf);
  if (texts.length === 0 || texts.includes(undefined)) {
    return column({
      kind: 'unknown',
      why: 'a column whose name depends on the run',
      reads: [literalOrColumn(self)],
    });
  }
  return column({ kind: 'named', child: literalOrColumn(self), names: texts as string[] });
}

function castTo(self: ColumnLike, type: Value | undefined): Value {
  return column({ kind: 'cast-to', child: literalOrColumn(self), type: dataTypeOf(type) });
}

/** `col("a").b` and `col("a").getField("b")`. */
function field(self: ColumnLike, name: string | undefined): Value {
  const child = literalOrColumn(self);
  if (name === undefined)
    return column({ kind: 'unknown', why: 'a field whose name depends on the run', reads: [child] });
  return call('.field', [column(child), { kind: 'str', value: name }]);
}

/** `column[index]`: an element, a map's value, a struct's field, or a part of a text. */
export function columnItem(self: ColumnLike, index: Value): Value {
  if (index.kind === 'slice') {
    const [start, stop] = [numberOf(index.start), numberOf(index.stop)];
    return start === undefined || stop === undefined
      ? column({ kind: 'unknown', why: 'a part of a text', reads: [literalOrColumn(self)] })
      : call('substring', [self, { kind: 'int', value: start }, { kind: 'int', value: stop }]);
  }
  return call('[]', [self, index]);
}
