import type { Column } from '#lib/plan/analyze/column.ts';
import type { JoinType } from '#lib/plan/logical/logical-plan.ts';
import { column, unknown } from '../../values/make.ts';
import type { FrameValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { columnsOf, flatten, isColumn, literalOrColumn } from '../columns.ts';
import { frameOf } from '../frame-of.ts';
import type { Call, Methods } from '../method.ts';
import { boolOf, namesOf, numberOf, textOf } from '../read-value.ts';
import { derived, newFrame } from '../steps.ts';
import { fieldsOfSchema } from '../types/schema.ts';

const JOIN_TYPES: Readonly<Record<string, JoinType>> = {
  inner: 'Inner',
  cross: 'Cross',
  outer: 'FullOuter',
  full: 'FullOuter',
  fullouter: 'FullOuter',
  left: 'LeftOuter',
  leftouter: 'LeftOuter',
  right: 'RightOuter',
  rightouter: 'RightOuter',
  semi: 'LeftSemi',
  leftsemi: 'LeftSemi',
  anti: 'LeftAnti',
  leftanti: 'LeftAnti',
};

function joinType(how: Value | undefined, call: Call): JoinType {
  if (how === undefined) return 'Inner';
  const name = textOf(how)?.toLowerCase().replaceAll('_', '');
  const type = name !== undefined && Object.hasOwn(JOIN_TYPES, name) ? JOIN_TYPES[name] : undefined;
  if (type === undefined) call.note('a join type that is not known', 'shown as an inner join');
  return type ?? 'Inner';
}

/** Names join by those columns; Columns, one or several, are a condition. */
function joinOn(on: Value | undefined): readonly string[] | Column | undefined {
  if (on === undefined) return undefined;
  const names = namesOf(on);
  if (names !== undefined) return names.length > 0 ? names : undefined;
  const conditions = (isColumn(on) ? [on] : flatten([on])).map(literalOrColumn);
  return conditions.length === 0
    ? literalOrColumn(on)
    : conditions.reduce((left, right) => ({ kind: 'call', fn: 'and', args: [left, right] }));
}

/** The other DataFrame of a call; one that is not known is an opaque one. */
function other(value: Value | undefined, call: Call): FrameValue {
  if (value?.kind === 'frame') return value;
  return frameOf(call, value ?? unknown('a DataFrame'));
}

function setMethod(kind: 'Intersect' | 'Except', all: boolean): Methods<FrameValue>[string] {
  return [
    'other',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.setOperation(kind, all, self.plan, other(a.get('other'), call).plan, call.at),
      ),
  ];
}

const union: Methods<FrameValue>[string] = [
  'other',
  (self, a, call) =>
    derived(
      call,
      self,
      call.run.analyzer.union(self.plan, other(a.get('other'), call).plan, 'position', false, call.at),
    ),
];

const unpivot: Methods<FrameValue>[string] = [
  'ids, values, variableColumnName, valueColumnName',
  (self, a, call) => {
    const columnsIn = (name: string): readonly Column[] => {
      const value = a.get(name);
      return value === undefined
        ? []
        : columnsOf(isColumn(value) || value.kind === 'str' ? [value] : flatten([value]));
    };
    const values = a.get('values') === undefined ? undefined : columnsIn('values');
    const names = [
      textOf(a.get('variableColumnName')) ?? 'variable',
      textOf(a.get('valueColumnName')) ?? 'value',
    ] as const;
    return derived(
      call,
      self,
      call.run.analyzer.unpivot(self.plan, columnsIn('ids'), values, names[0], names[1], call.at),
    );
  },
];

/** Methods that bring several DataFrames together, move rows between partitions, or turn rows by Python functions. */
export const COMBINE_METHODS: Methods<FrameValue> = {
  join: [
    'other, on, how',
    (self, a, call) => {
      const right = other(a.get('other'), call);
      const how = joinType(a.get('how'), call);
      const on = joinOn(a.get('on'));
      return derived(call, self, call.run.analyzer.join(self.plan, right.plan, on, how, call.at));
    },
  ],
  crossJoin: [
    'other',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.join(self.plan, other(a.get('other'), call).plan, undefined, 'Cross', call.at),
      ),
  ],
  lateralJoin: [
    'other, on, how',
    (self, a, call) => {
      call.note('lateralJoin', 'shown as a plain join');
      const how = joinType(a.get('how'), call);
      return derived(
        call,
        self,
        call.run.analyzer.join(
          self.plan,
          other(a.get('other'), call).plan,
          joinOn(a.get('on')),
          how,
          call.at,
        ),
      );
    },
  ],
  union,
  unionAll: union,
  unionByName: [
    'other, allowMissingColumns',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.union(
          self.plan,
          other(a.get('other'), call).plan,
          'name',
          boolOf(a.get('allowMissingColumns')) ?? false,
          call.at,
        ),
      ),
  ],
  intersect: setMethod('Intersect', false),
  intersectAll: setMethod('Intersect', true),
  subtract: setMethod('Except', false),
  exceptAll: setMethod('Except', true),
  unpivot,
  melt: unpivot,
  transpose: [
    'indexColumn',
    (self, _, call) => {
      call.note('transpose', 'its columns depend on the data');
      return newFrame(call, call.run.analyzer.opaque('transpose', [], [self.plan], call.at));
    },
  ],
  repartition: [
    'numPartitions, *cols',
    (self, a, call) => repartitioned(self, a.get('numPartitions'), a.rest, 'hash', call),
  ],
  repartitionByRange: [
    'numPartitions, *cols',
    (self, a, call) => repartitioned(self, a.get('numPartitions'), a.rest, 'range', call),
  ],
  coalesce: [
    'numPartitions',
    (self, a, call) =>
      derived(
        call,
        self,
        call.run.analyzer.repartition(self.plan, numberOf(a.get('numPartitions')), false, call.at),
      ),
  ],
  randomSplit: [
    'weights, seed',
    (self, a, call) => {
      const weights = a.get('weights');
      const numbers =
        weights && (weights.kind === 'list' || weights.kind === 'tuple') ? weights.items.map(numberOf) : [];
      const known = numbers.filter((weight) => weight !== undefined);
      const parts = call.run.analyzer.randomSplit(self.plan, known, call.at);
      return {
        kind: 'list',
        items: parts.map((plan) => derived(call, self, plan)),
        open: known.length === 0,
      };
    },
  ],
  mapInPandas: [
    'func, schema, barrier, profile',
    (self, a, call) => mapped(self, 'MapInPandas', a.get('schema'), call),
  ],
  mapInArrow: [
    'func, schema, barrier, profile',
    (self, a, call) => mapped(self, 'MapInArrow', a.get('schema'), call),
  ],
  repartitionById: [
    'numPartitions, partitionIdExpr',
    (self, a, call) =>
      repartitioned(
        self,
        a.get('numPartitions'),
        [a.get('partitionIdExpr') ?? unknown('a column')],
        'hash',
        call,
      ),
  ],
  asTable: ['', (self) => self],
  scalar: [
    '',
    (self) => column({ kind: 'query', use: 'scalar', values: [], query: { kind: 'plan', plan: self.plan } }),
  ],
  exists: [
    '',
    (self) => column({ kind: 'query', use: 'exists', values: [], query: { kind: 'plan', plan: self.plan } }),
  ],
};

function repartitioned(
  self: FrameValue,
  first: Value | undefined,
  rest: readonly Value[],
  by: 'hash' | 'range',
  call: Call,
): Value {
  const { analyzer } = call.run;
  const isNumber = first?.kind === 'int' || first?.kind === 'unknown' || first?.kind === 'float';
  const partitions = numberOf(first);
  const keys = columnsOf([...(first && !isNumber ? [first] : []), ...rest]);
  if (first?.kind === 'unknown')
    call.note('a number of partitions that depends on the run', 'spark.sql.shuffle.partitions is taken');
  return derived(
    call,
    self,
    keys.length === 0
      ? analyzer.repartition(self.plan, partitions, true, call.at)
      : analyzer.repartitionBy(self.plan, keys, partitions, by, call.at),
  );
}

function mapped(
  self: FrameValue,
  operator: 'MapInPandas' | 'MapInArrow',
  schema: Value | undefined,
  call: Call,
): Value {
  const fields = fieldsOfSchema(schema);
  if (fields === undefined)
    call.note(`the schema of ${call.name} depends on the run`, 'its columns are not known');
  return derived(call, self, call.run.analyzer.mapPartitions(self.plan, operator, fields ?? [], call.at));
}
