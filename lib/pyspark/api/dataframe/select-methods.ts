import type { Column } from '#lib/plan/analyze/column.ts';
import { elementsOf } from '../../values/iterate.ts';
import { args as argsOf, column, unknown } from '../../values/make.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import {
  columnOrName,
  columnsOf,
  flatten,
  isColumn,
  isOpen,
  literalOrColumn,
  nameColumn,
} from '../columns.ts';
import type { Call, Methods } from '../method.ts';
import { boolOf, namesOf, numberOf, textOf } from '../read-value.ts';
import { parseColumn, parseColumns } from '../sql-text.ts';
import { derived } from '../steps.ts';
import { fieldsOfSchema } from '../types/schema.ts';

/** A condition: a Column, or SQL text. */
function conditionOf(call: Call, value: Value | undefined): Column {
  const text = textOf(value);
  if (text !== undefined) return parseColumn(call, text);
  return literalOrColumn(value ?? unknown('a condition'));
}

/** Columns of a call; what is not known to its end stands as one unknown column. */
function columnsGiven(call: Call, values: readonly Value[], open: boolean): readonly Column[] {
  const columns = columnsOf(values);
  if (!open && !isOpen(values)) return columns;
  call.note('columns that depend on the run', 'there may be further columns');
  return columns;
}

/** `ascending` as one answer or one for each column. */
function orderOf(values: readonly Value[], ascending: Value | undefined): readonly Column[] {
  const given = flatten(values);
  const each = ascending && elementsOf(ascending)?.items;
  return given.map((value, index) => {
    const ordinal = value.kind === 'int' ? value.value : undefined;
    const child: Column =
      ordinal === undefined
        ? columnOrName(value)
        : literalOrColumn({ kind: 'int', value: Math.abs(ordinal) });
    const answer = each ? each[index] : ascending;
    const up = answer === undefined ? undefined : (boolOf(answer) ?? numberOf(answer) !== 0);
    if (up === false || (ordinal !== undefined && ordinal < 0)) {
      return {
        kind: 'ordered',
        child: child.kind === 'ordered' ? child.child : child,
        direction: 'desc',
        nulls: undefined,
      };
    }
    return child;
  });
}

const filter: Methods<FrameValue>[string] = [
  'condition',
  (self, a, call) =>
    derived(call, self, call.run.analyzer.filter(self.plan, conditionOf(call, a.get('condition')), call.at)),
];

const sort: Methods<FrameValue>[string] = [
  '*cols, ascending',
  (self, a, call) =>
    derived(
      call,
      self,
      call.run.analyzer.sort(self.plan, orderOf(a.rest, a.get('ascending')), true, call.at),
    ),
];

/** Methods that choose, add, name and order columns and rows of one DataFrame. */
export const SELECT_METHODS: Methods<FrameValue> = {
  select: [
    '*cols',
    (self, a, call) =>
      derived(call, self, call.run.analyzer.project(self.plan, columnsGiven(call, a.rest, a.open), call.at)),
  ],
  selectExpr: [
    '*expr',
    (self, a, call) => {
      const columns = flatten(a.rest).flatMap((value) => {
        const text = textOf(value);
        return text === undefined
          ? [literalOrColumn(unknown('SQL text that depends on the run'))]
          : parseColumns(call, text);
      });
      return derived(call, self, call.run.analyzer.project(self.plan, columns, call.at));
    },
  ],
  filter,
  where: filter,
  withColumn: [
    'colName, col',
    (self, a, call) => {
      const name = textOf(a.get('colName'));
      if (name === undefined) call.note('dynamic column name', 'one column is not known by its name');
      const value = literalOrColumn(a.get('col') ?? unknown('a column'));
      return derived(call, self, call.run.analyzer.withColumns(self.plan, [[name ?? '?', value]], call.at));
    },
  ],
  withColumns: [
    'colsMap',
    (self, a, call) => {
      const map = a.get('colsMap');
      if (map?.kind !== 'dict' || map.open)
        call.note('columns that depend on the run', 'there may be further columns');
      const columns = map?.kind === 'dict' ? [...map.entries.values()] : [];
      return derived(
        call,
        self,
        call.run.analyzer.withColumns(
          self.plan,
          columns.map(([name, value]) => [textOf(name) ?? '?', literalOrColumn(value)] as const),
          call.at,
        ),
      );
    },
  ],
  withColumnRenamed: [
    'existing, new',
    (self, a, call) => {
      const [from, to] = [textOf(a.get('existing')), textOf(a.get('new'))];
      if (from === undefined || to === undefined) {
        call.note('dynamic column name', 'one column is not known by its name');
        return derived(call, self, self.plan);
      }
      return derived(call, self, call.run.analyzer.rename(self.plan, [[from, to]], call.at));
    },
  ],
  withColumnsRenamed: [
    'colsMap',
    (self, a, call) => {
      const map = a.get('colsMap');
      const names = (map?.kind === 'dict' ? [...map.entries.values()] : []).flatMap(([from, to]) =>
        from.kind === 'str' && to.kind === 'str' ? [[from.value, to.value] as const] : [],
      );
      return derived(call, self, call.run.analyzer.rename(self.plan, names, call.at));
    },
  ],
  toDF: [
    '*cols',
    (self, a, call) => {
      const names = flatten(a.rest).map(textOf);
      if (names.includes(undefined) || isOpen(a.rest) || a.open) {
        call.note('dynamic column name', 'the columns keep their names here');
        return derived(call, self, self.plan);
      }
      return derived(call, self, call.run.analyzer.toNames(self.plan, names as string[], call.at));
    },
  ],
  to: [
    'schema',
    (self, a, call) => {
      const fields = fieldsOfSchema(a.get('schema')) ?? [];
      const columns = fields.map(
        (field): Column => ({
          kind: 'named',
          child: { kind: 'cast-to', child: { kind: 'name', parts: [field.name] }, type: field.type },
          names: [field.name],
        }),
      );
      return derived(call, self, call.run.analyzer.project(self.plan, columns, call.at));
    },
  ],
  withMetadata: [
    'columnName, metadata',
    (self, a, call) => {
      const name = textOf(a.get('columnName')) ?? '?';
      return derived(
        call,
        self,
        call.run.analyzer.withColumns(self.plan, [[name, { kind: 'name', parts: [name] }]], call.at),
      );
    },
  ],
  drop: [
    '*cols',
    (self, a, call) => {
      const columns = flatten(a.rest).map((value) =>
        value.kind === 'str' ? value.value : literalOrColumn(value),
      );
      return derived(call, self, call.run.analyzer.drop(self.plan, columns, call.at));
    },
  ],
  colRegex: ['colName', () => column({ kind: 'unknown', why: 'columns chosen by a pattern', reads: [] })],
  alias: [
    'alias',
    (self, a, call) => {
      const name = textOf(a.get('alias'));
      return name === undefined
        ? self
        : derived(call, self, call.run.analyzer.alias(self.plan, name, call.at));
    },
  ],
  sort,
  orderBy: sort,
  sortWithinPartitions: [
    '*cols, ascending',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.sort(self.plan, orderOf(a.rest, a.get('ascending')), false, call.at),
      ),
  ],
  limit: [
    'num',
    (self, a, call) =>
      derived(call, self, call.run.analyzer.limit(self.plan, numberOf(a.get('num')), call.at)),
  ],
  offset: [
    'num',
    (self, a, call) =>
      derived(call, self, call.run.analyzer.offset(self.plan, numberOf(a.get('num')), call.at)),
  ],
  distinct: ['', (self, _, call) => derived(call, self, call.run.analyzer.distinct(self.plan, call.at))],
  ...Object.fromEntries(
    ['dropDuplicates', 'drop_duplicates', 'dropDuplicatesWithinWatermark'].map((name) => [
      name,
      [
        'subset',
        (self, a, call) => {
          const subset = a.get('subset');
          if (subset && namesOf(subset) === undefined)
            call.note('columns that depend on the run', 'all columns are compared here');
          return derived(call, self, call.run.analyzer.dropDuplicates(self.plan, namesOf(subset), call.at));
        },
      ] satisfies Methods<FrameValue>[string],
    ]),
  ),
  transform: [
    'func',
    (self, a, call) => {
      const fn = a.get('func');
      const made = fn ? call.run.call(fn, argsOf([self]), call.site) : unknown('a function');
      return made;
    },
  ],
  sample: [
    'withReplacement, fraction, seed',
    (self, a, call) => {
      // `sample(0.1)`: the first argument may be the fraction.
      const first = a.get('withReplacement');
      const replaces = boolOf(first);
      const fraction = numberOf(a.get('fraction')) ?? (replaces === undefined ? numberOf(first) : undefined);
      return derived(call, self, call.run.analyzer.sample(self.plan, fraction, replaces ?? false, call.at));
    },
  ],
  sampleBy: [
    'col, fractions, seed',
    (self, a, call) => {
      const of = columnOrName(a.get('col') ?? unknown('a column'));
      const condition: Column = {
        kind: 'call',
        fn: '<',
        args: [
          { kind: 'call', fn: 'rand', args: [] },
          { kind: 'unknown', why: 'a fraction for each value', reads: [of] },
        ],
      };
      return derived(call, self, call.run.analyzer.filter(self.plan, condition, call.at));
    },
  ],
  hint: ['name, *parameters', (self, a, call) => hinted(self, textOf(a.get('name')), a.rest, call)],
  withWatermark: ['eventTime, delayThreshold', (self, _, call) => derived(call, self, self.plan)],
  observe: ['observation, *exprs', (self, _, call) => derived(call, self, self.plan)],
};

const STRATEGIES: Readonly<Record<string, 'BROADCAST' | 'MERGE' | 'SHUFFLE_HASH' | 'SHUFFLE_REPLICATE_NL'>> =
  {
    broadcast: 'BROADCAST',
    broadcastjoin: 'BROADCAST',
    mapjoin: 'BROADCAST',
    merge: 'MERGE',
    shuffle_merge: 'MERGE',
    mergejoin: 'MERGE',
    shuffle_hash: 'SHUFFLE_HASH',
    shuffle_replicate_nl: 'SHUFFLE_REPLICATE_NL',
  };

function hinted(self: FrameValue, name: string | undefined, given: readonly Value[], call: Call): Value {
  const { analyzer } = call.run;
  const key = name?.toLowerCase() ?? '';
  const strategy = Object.hasOwn(STRATEGIES, key) ? STRATEGIES[key] : undefined;
  if (strategy) return derived(call, self, analyzer.hint(self.plan, strategy, call.at));
  const values = flatten(given);
  const partitions = values.map(numberOf).find((value) => value !== undefined);
  const keys = values.filter((value) => value.kind === 'str' || isColumn(value)).map(columnOrName);
  switch (key) {
    case 'coalesce':
      return derived(call, self, analyzer.repartition(self.plan, partitions, false, call.at));
    case 'repartition':
      return derived(
        call,
        self,
        keys.length > 0
          ? analyzer.repartitionBy(self.plan, keys, partitions, 'hash', call.at)
          : analyzer.repartition(self.plan, partitions, true, call.at),
      );
    case 'repartition_by_range':
      return derived(call, self, analyzer.repartitionBy(self.plan, keys, partitions, 'range', call.at));
    case 'rebalance':
      return derived(call, self, analyzer.repartitionBy(self.plan, keys, partitions, 'rebalance', call.at));
    default:
      return derived(call, self, self.plan);
  }
}

/** `df["a"]`, `df.a`: the attribute of this very DataFrame, which a join of it with itself can tell apart. */
export function frameColumn(self: FrameValue, name: string, call: Call): Column {
  if (name === '*') return { kind: 'star', qualifier: [] };
  const attribute = call.run.analyzer.attribute(self.plan, name);
  return attribute ? { kind: 'reference', attribute } : nameColumn(name);
}
