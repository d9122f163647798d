import { typeName } from '#lib/plan/types/data-type.ts';
import { bool, column, list, str, tuple, unknown, unknownLike } from '../../values/make.ts';
import type { FrameValue, RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import { columnsOf, isColumn, literalOrColumn } from '../columns.ts';
import type { Call, Class } from '../method.ts';
import { derived, eager } from '../steps.ts';
import { ACTION_METHODS, rddOfPlan } from './action-methods.ts';
import { COMBINE_METHODS } from './combine-methods.ts';
import { GROUP_METHODS } from './group-methods.ts';
import { NULL_METHODS } from './null-methods.ts';
import { frameColumn, SELECT_METHODS } from './select-methods.ts';
import { crosstab } from './statistics.ts';

/** The columns of a plan as far as they are known: an opaque plan may have others. */
function outputOf(self: FrameValue, call: Call) {
  const attributes = call.run.analyzer.output(self.plan);
  return { attributes, open: attributes.length === 0 };
}

/** pyspark.sql.DataFrame. */
export const DATAFRAME_CLASS: Class<FrameValue> = {
  methods: {
    ...SELECT_METHODS,
    ...COMBINE_METHODS,
    ...GROUP_METHODS,
    ...NULL_METHODS,
    ...ACTION_METHODS,
    crosstab: ['col1, col2', crosstab],
    writeTo: [
      'table',
      (self, a): Value => {
        const table = a.get('table');
        return {
          kind: 'writer-v2',
          frame: self,
          table: table?.kind === 'str' ? table.value : undefined,
          format: undefined,
        };
      },
    ],
    mergeInto: [
      'table, condition',
      (self, _, call) => {
        call.note('mergeInto', 'the merge is not shown');
        return unknown('a merge', { from: [self] });
      },
    ],
  },
  properties: {
    columns: (self, call) => {
      const { attributes, open } = outputOf(self, call);
      return list(
        attributes.map((each) => str(each.name)),
        open,
      );
    },
    schema: (self, call) => {
      const { attributes, open } = outputOf(self, call);
      if (open) return unknown('a schema that is not known');
      const fields = attributes.map(({ name, type, nullable }) => ({ name, type, nullable }));
      return { kind: 'type', type: { kind: 'struct', fields }, fields };
    },
    dtypes: (self, call) => {
      const { attributes, open } = outputOf(self, call);
      return list(
        attributes.map(({ name, type }) => tuple([str(name), str(typeName(type))])),
        open,
      );
    },
    rdd: (self, call) => rddOf(self, call),
    na: (self) => ({ kind: 'na', of: self }),
    stat: (self) => ({ kind: 'stat', of: self }),
    write: (self) => ({
      kind: 'writer',
      streaming: false,
      frame: self,
      format: undefined,
      options: new Map(),
      partitionBy: [],
      bucketBy: undefined,
    }),
    writeStream: (self) => ({
      kind: 'writer',
      streaming: true,
      frame: self,
      format: undefined,
      options: new Map(),
      partitionBy: [],
      bucketBy: undefined,
    }),
    isStreaming: (self) => bool(self.streaming ?? false),
    sparkSession: () => ({ kind: 'session' }),
    sql_ctx: () => ({ kind: 'session' }),
    storageLevel: () => unknown('a storage level'),
    plot: () => ({ kind: 'opaque', what: 'plot', library: 'other', settings: new Map() }),
  },
  other: (self, name, call) =>
    name.startsWith('__') || name.startsWith('_j') ? undefined : column(frameColumn(self, name, call)),
};

const rdds = new WeakMap<FrameValue, RddValue>();

/** `df.rdd` runs the stages of the plan that are not the last one, once for each DataFrame object. */
function rddOf(self: FrameValue, call: Call): RddValue {
  const known = rdds.get(self);
  if (known) return known;
  const made: RddValue = { kind: 'rdd', rdd: rddOfPlan(self, call), element: () => rowOf(self, call) };
  eager(call, { kind: 'materialize', plan: self.plan });
  rdds.set(self, made);
  return made;
}

/** A row of which the names and the kinds of values are known. */
function rowOf(self: FrameValue, call: Call): Value {
  const attributes = call.run.analyzer.output(self.plan);
  const items = attributes.map(({ type }) => {
    const like = LIKE[type.kind];
    return like ? unknownLike('a value of the data', like) : unknown('a value of the data');
  });
  return { kind: 'tuple', names: attributes.map(({ name }) => name), items };
}

const LIKE: Readonly<Record<string, 'str' | 'int' | 'float' | 'bool'>> = {
  string: 'str',
  int: 'int',
  bigint: 'int',
  smallint: 'int',
  tinyint: 'int',
  float: 'float',
  double: 'float',
  boolean: 'bool',
};

/** `df["a"]`, `df[0]`, `df[["a", "b"]]`, `df[condition]`. */
export function frameItem(self: FrameValue, index: Value, call: Call): Value {
  const { analyzer } = call.run;
  if (index.kind === 'str') return column(frameColumn(self, index.value, call));
  if (index.kind === 'int') {
    const attribute = analyzer.output(self.plan)[index.value];
    return attribute
      ? column({ kind: 'reference', attribute })
      : column({ kind: 'unknown', why: 'a column by its place', reads: [] });
  }
  if (isColumn(index))
    return derived(call, self, analyzer.filter(self.plan, literalOrColumn(index), call.at));
  if (index.kind === 'list' || index.kind === 'tuple') {
    return derived(call, self, analyzer.project(self.plan, columnsOf([index]), call.at));
  }
  return column({ kind: 'unknown', why: 'a column whose name depends on the run', reads: [] });
}
