import type { Column } from '#lib/plan/analyze/column.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { NONE, unknown } from '../../values/make.ts';
import type { FrameValue, RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Methods } from '../method.ts';
import { boolOf, numberOf, textOf } from '../read-value.ts';
import { derived, eager, frameAction } from '../steps.ts';

const rowsOfRun = (): Value => ({ kind: 'list', items: [], open: true });

type FrameMethod = Methods<FrameValue>[string];

function action(
  signature: string,
  rows: (given: number | undefined) => number | undefined,
  gives: () => Value,
): FrameMethod {
  return [
    signature,
    (self, a, call) => {
      const first = signature.split(',')[0]!.trim();
      const given = first === '' ? undefined : a.get(first);
      frameAction(
        call,
        self,
        given !== undefined && numberOf(given) === undefined ? undefined : rows(numberOf(given)),
      );
      return gives();
    },
  ];
}

const none = (): undefined => undefined;
const oneRow = (): Value => unknown('a row of the data');

/** Calls that make Spark execute, and those that change what later ones do. */
export const ACTION_METHODS: Methods<FrameValue> = {
  count: action('', none, () => unknown('a number of rows')),
  collect: action('', none, rowsOfRun),
  toPandas: action('', none, () => ({ kind: 'pandas-frame', fields: undefined, rows: undefined })),
  toArrow: action('', none, () => unknown('an Arrow table')),
  show: action(
    'n, truncate, vertical',
    (n) => n ?? 20,
    () => NONE,
  ),
  display: action(
    '',
    () => 1000,
    () => NONE,
  ),
  take: action('num', (n) => n, rowsOfRun),
  tail: action('num', (n) => n, rowsOfRun),
  first: action('', () => 1, oneRow),
  head: [
    'n',
    (self, a, call) => {
      frameAction(call, self, a.get('n') ? numberOf(a.get('n')) : 1);
      return a.get('n') ? rowsOfRun() : oneRow();
    },
  ],
  isEmpty: action(
    '',
    () => 1,
    () => unknown('whether there are rows'),
  ),
  foreach: action('f', none, () => NONE),
  foreachPartition: action('f', none, () => NONE),
  toLocalIterator: action('prefetchPartitions', none, rowsOfRun),

  cache: ['', (self, _, call) => cached(self, call)],
  persist: ['storageLevel', (self, _, call) => cached(self, call)],
  unpersist: [
    'blocking',
    (self, _, call) => {
      void call.at;
      call.run.session.cached.remove(self.plan);
      return self;
    },
  ],
  checkpoint: ['eager', (self, a, call) => checkpointed(self, boolOf(a.get('eager')) ?? true, call)],
  localCheckpoint: [
    'eager, storageLevel',
    (self, a, call) => checkpointed(self, boolOf(a.get('eager')) ?? true, call),
  ],

  createOrReplaceTempView: ['name', (self, a, call) => register(self, a.get('name'), call)],
  createTempView: ['name', (self, a, call) => register(self, a.get('name'), call)],
  createGlobalTempView: ['name', (self, a, call) => register(self, a.get('name'), call, 'global_temp.')],
  createOrReplaceGlobalTempView: [
    'name',
    (self, a, call) => register(self, a.get('name'), call, 'global_temp.'),
  ],
  registerTempTable: ['name', (self, a, call) => register(self, a.get('name'), call)],

  explain: [
    'extended, mode',
    (_, __, call) => {
      void call.at;
      return NONE;
    },
  ],
  printSchema: [
    'level',
    (_, __, call) => {
      void call.at;
      return NONE;
    },
  ],
  inputFiles: ['', () => unknown('the files of the data')],
  sameSemantics: ['other', () => unknown('whether two plans are the same')],
  semanticHash: ['', () => unknown('a hash of a plan')],
  toJSON: ['use_unicode', (self, _, call): RddValue => ({ kind: 'rdd', rdd: rddOfPlan(self, call) })],
  pandas_api: ['index_col', (self, _, call) => toPandasApi(self, call)],
  to_pandas_on_spark: ['index_col', (self, _, call) => toPandasApi(self, call)],

  approxQuantile: [
    'col, probabilities, relativeError',
    (self, a, call) => {
      const names = a.get('col');
      const columns: readonly Column[] = (
        names?.kind === 'str' ? [names] : names && 'items' in names ? names.items : []
      ).flatMap((name) => (name.kind === 'str' ? [{ kind: 'name', parts: [name.value] } as const] : []));
      const { analyzer, settings } = call.run;
      const plan = analyzer.project(self.plan, columns, call.at);
      if (settings.spark === '3.5') eager(call, { kind: 'tree-aggregate', plan });
      else eager(call, { kind: 'statistics', plan: quantilesPlan(plan, columns, call) });
      return rowsOfRun();
    },
  ],
  corr: [
    'col1, col2, method',
    (self, a, call) => statistic('corr', self, [a.get('col1'), a.get('col2')], call),
  ],
  cov: ['col1, col2', (self, a, call) => statistic('covar_samp', self, [a.get('col1'), a.get('col2')], call)],
  freqItems: [
    'cols, support',
    (self, a, call) => {
      const names = a.get('cols');
      const items = names && 'items' in names ? (names.items as readonly Value[]) : [];
      const columns = items.flatMap((name): readonly Column[] =>
        name.kind === 'str'
          ? [
              {
                kind: 'named',
                names: [`${name.value}_freqItems`],
                child: { kind: 'call', fn: 'collect_set', args: [{ kind: 'name', parts: [name.value] }] },
              },
            ]
          : [],
      );
      return derived(
        call,
        self,
        call.run.analyzer.aggregate(self.plan, { columns: [], mode: 'plain' }, columns, call.at),
      );
    },
  ],
};

function cached(self: FrameValue, call: Call): Value {
  call.run.session.cached.add(self.plan, call.at);
  return self;
}

function checkpointed(self: FrameValue, now: boolean, call: Call): Value {
  if (now) eager(call, { kind: 'materialize', plan: self.plan });
  return derived(call, self, call.run.analyzer.cut(call.run.session.cached.use(self.plan), call.at));
}

function register(self: FrameValue, name: Value | undefined, call: Call, prefix = ''): Value {
  const text = textOf(name);
  void call.at;
  if (text === undefined)
    call.note('a view whose name depends on the run', 'SQL that reads it finds no view');
  else call.run.session.views.set(prefix + text.toLowerCase(), self.plan);
  return NONE;
}

function statistic(fn: string, self: FrameValue, columns: readonly (Value | undefined)[], call: Call): Value {
  const args = columns.flatMap((value): readonly Column[] =>
    value?.kind === 'str' ? [{ kind: 'name', parts: [value.value] }] : [],
  );
  const plan = call.run.analyzer.aggregate(
    self.plan,
    { columns: [], mode: 'plain' },
    [{ kind: 'call', fn, args }],
    call.at,
  );
  eager(call, { kind: 'statistics', plan });
  return unknown('a statistic of the data');
}

function toPandasApi(self: FrameValue, call: Call): Value {
  call.note('pandas-on-Spark', 'what is done with it is not shown');
  return {
    kind: 'opaque',
    what: 'pandas-on-Spark frame',
    library: 'pandas-on-spark',
    settings: new Map([['from', self]]),
  };
}

export function rddOfPlan(self: FrameValue, call: Call): RddValue['rdd'] {
  return {
    kind: 'plan',
    plan: call.run.session.cached.use(self.plan),
    frame: self.frame,
    at: call.at,
    partitions: undefined,
  };
}

/** StatFunctions.multipleApproxQuantiles: rows are grouped by which column they come from (seen in 4.3). */
function quantilesPlan(plan: LogicalPlan, columns: readonly Column[], call: Call): LogicalPlan {
  const counted: Column = {
    kind: 'call',
    fn: 'count',
    args: [{ kind: 'value', value: 1, type: { kind: 'int' } }],
  };
  return call.run.analyzer.aggregate(
    plan,
    { columns: columns.slice(0, 1), mode: 'plain' },
    [counted],
    call.at,
  );
}
