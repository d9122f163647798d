import type { Column } from '#lib/plan/analyze/column.ts';
import { elementsOf } from '../../values/iterate.ts';
import { unknown } from '../../values/make.ts';
import type { CogroupedValue, FrameValue, GroupedValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { columnOrName, columnsOf, flatten } from '../columns.ts';
import type { Call, Class, Method } from '../method.ts';
import { derived, eager } from '../steps.ts';
import { fieldsOfSchema } from '../types/schema.ts';
import { aggregatesOf } from './group-methods.ts';
import { pivotValuesPlan } from './pivot-values.ts';

const NUMERIC = new Set(['tinyint', 'smallint', 'int', 'bigint', 'float', 'double', 'decimal']);

function aggregate(self: GroupedValue, aggregates: readonly Column[], call: Call): Value {
  const { frame, columns, mode, sets, pivot } = self;
  const grouping = { columns, mode, ...(sets ? { sets } : {}), ...(pivot ? { pivot } : {}) };
  return derived(call, frame, call.run.analyzer.aggregate(frame.plan, grouping, aggregates, call.at));
}

/** `sum("a", "b")`; without names, of every number that is no key. */
function simple(fn: string): Method<GroupedValue> {
  return [
    '*cols',
    (self, a, call) => {
      const given = flatten(a.rest);
      const columns = given.length > 0 ? columnsOf(given) : numbersOf(self, call);
      return aggregate(
        self,
        columns.map((each): Column => ({ kind: 'call', fn, args: [each] })),
        call,
      );
    },
  ];
}

function numbersOf(self: GroupedValue, call: Call): readonly Column[] {
  const keys = new Set(
    self.columns.flatMap((key) =>
      key.kind === 'name' ? [key.parts.at(-1)] : key.kind === 'reference' ? [key.attribute.name] : [],
    ),
  );
  return call.run.analyzer
    .output(self.frame.plan)
    .filter((attribute) => NUMERIC.has(attribute.type.kind) && !keys.has(attribute.name))
    .map((attribute) => ({ kind: 'reference', attribute }));
}

/** pyspark.sql.GroupedData. */
export const GROUPED_CLASS: Class<GroupedValue> = {
  methods: {
    agg: ['*exprs', (self, a, call) => aggregate(self, aggregatesOf(a.rest), call)],
    count: ['', (self, _, call) => aggregate(self, [COUNT], call)],
    sum: simple('sum'),
    avg: simple('avg'),
    mean: simple('avg'),
    min: simple('min'),
    max: simple('max'),
    pivot: ['pivot_col, values', (self, a, call) => pivoted(self, a.get('pivot_col'), a.get('values'), call)],
    applyInPandas: [
      'func, schema',
      (self, a, call) => mapGroups(self, 'FlatMapGroupsInPandas', a.get('schema'), call),
    ],
    applyInArrow: [
      'func, schema',
      (self, a, call) => mapGroups(self, 'FlatMapGroupsInArrow', a.get('schema'), call),
    ],
    apply: [
      'udf',
      (self, a, call) => {
        const udf = a.get('udf');
        const schema: Value | undefined = udf?.kind === 'udf' ? { kind: 'type', type: udf.type } : undefined;
        return mapGroups(self, 'FlatMapGroupsInPandas', schema, call);
      },
    ],
    cogroup: [
      'other',
      (self, a) => {
        const other = a.get('other');
        return other?.kind === 'grouped'
          ? { kind: 'cogrouped', left: self, right: other }
          : unknown('a cogroup');
      },
    ],
    applyInPandasWithState: [
      'func, outputStructType, stateStructType, outputMode, timeoutConf',
      (self, a, call) => mapGroups(self, 'FlatMapGroupsInPandas', a.get('outputStructType'), call),
    ],
    transformWithStateInPandas: [
      'statefulProcessor, outputStructType, outputMode, timeMode',
      (self, a, call) => mapGroups(self, 'FlatMapGroupsInPandas', a.get('outputStructType'), call),
    ],
    transformWithState: [
      'statefulProcessor, outputStructType, outputMode, timeMode',
      (self, a, call) => mapGroups(self, 'FlatMapGroupsInPandas', a.get('outputStructType'), call),
    ],
  },
  properties: {},
};

const COUNT: Column = {
  kind: 'named',
  child: { kind: 'call', fn: 'count', args: [{ kind: 'value', value: 1, type: { kind: 'int' } }] },
  names: ['count'],
};

/** Without values Spark reads them from the data first: a job before the one that is asked for. */
function pivoted(self: GroupedValue, of: Value | undefined, values: Value | undefined, call: Call): Value {
  const column = columnOrName(of ?? unknown('a column'));
  const elements = values && elementsOf(values);
  if (values !== undefined && (!elements || elements.open)) {
    call.note('pivot values that depend on the run', 'its columns are not known');
  }
  if (values === undefined) {
    const plan = pivotValuesPlan(call.run.analyzer, self.frame.plan, column, call.at);
    eager(call, { kind: 'pivot-values', plan });
    call.note('pivot without values', 'its columns depend on the data');
  }
  const known = elements && !elements.open ? elements.items.map(constantOf) : undefined;
  return { ...self, pivot: { column, values: known } };
}

function constantOf(value: Value): string | number | boolean | null {
  switch (value.kind) {
    case 'str':
    case 'int':
    case 'float':
    case 'bool':
      return value.value;
    case 'column':
      return value.column.kind === 'value' && typeof value.column.value !== 'bigint'
        ? value.column.value
        : null;
    default:
      return null;
  }
}

function mapGroups(
  self: GroupedValue,
  operator: 'FlatMapGroupsInPandas' | 'FlatMapGroupsInArrow',
  schema: Value | undefined,
  call: Call,
): Value {
  const fields = fieldsOfSchema(schema);
  if (fields === undefined)
    call.note(`the schema of ${call.name} depends on the run`, 'its columns are not known');
  return derived(
    call,
    self.frame,
    call.run.analyzer.mapGroups(self.frame.plan, self.columns, operator, fields ?? [], call.at),
  );
}

const cogroupMap: Method<CogroupedValue> = [
  'func, schema',
  (self, a, call) => {
    const { left, right } = self;
    const fields = fieldsOfSchema(a.get('schema')) ?? [];
    const plan = call.run.analyzer.mapCogroups(
      left.frame.plan,
      left.columns,
      right.frame.plan,
      right.columns,
      fields,
      call.at,
    );
    return derived(call, left.frame satisfies FrameValue, plan);
  },
];

export const COGROUPED_CLASS: Class<CogroupedValue> = {
  methods: { applyInPandas: cogroupMap, applyInArrow: cogroupMap },
  properties: {},
};
