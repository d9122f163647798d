import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import { NONE, unknown } from '../../values/make.ts';
import type { RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Class, Method, Methods } from '../method.ts';
import { boolOf, numberOf } from '../read-value.ts';
import { createDataFrame } from '../session/create-dataframe.ts';
import { eager, rddAction } from '../steps.ts';
import { unionOf } from './combine-rdds.ts';
import { elementAfter } from './elements.ts';
import { SHUFFLE_METHODS, shuffled } from './shuffle-methods.ts';

/** No shuffle; `keeps` says that keys stay where they are. */
function narrow(
  self: RddValue,
  call: Call,
  keeps: boolean,
  partitions = self.rdd.partitions,
  element?: () => Value,
): RddValue {
  const { rdd } = self;
  const made: Rdd = { kind: 'narrow', method: call.name, parent: rdd, at: call.at, partitions };
  const kept = keeps && rdd.partitioner ? { ...made, partitioner: rdd.partitioner } : made;
  return { kind: 'rdd', rdd: kept, ...(element ? { element } : {}) };
}

function mapping(signature: string, keeps = false): Method<RddValue> {
  return [
    signature,
    (self, a, call) =>
      narrow(
        self,
        call,
        keeps || boolOf(a.get('preservesPartitioning')) === true,
        self.rdd.partitions,
        elementAfter(self, call, a.get('f')),
      ),
  ];
}

function action(signature = '', rows?: (given: Value | undefined) => number | undefined): Method<RddValue> {
  const first = signature.split(',')[0]?.trim() ?? '';
  return [
    signature,
    (self, a, call) => {
      rddAction(call, self.rdd, rows?.(first === '' ? undefined : a.get(first)));
      return GIVES[call.name]?.() ?? unknown(`the result of ${call.name}`);
    },
  ];
}

const openList = (): Value => ({ kind: 'list', items: [], open: true });
const GIVES: Readonly<Record<string, () => Value>> = {
  collect: openList,
  take: openList,
  top: openList,
  takeOrdered: openList,
  takeSample: openList,
  lookup: openList,
  toLocalIterator: openList,
  foreach: () => NONE,
  foreachPartition: () => NONE,
  saveAsTextFile: () => NONE,
  saveAsPickleFile: () => NONE,
  collectAsMap: () => ({ kind: 'dict', entries: new Map(), open: true }),
  countByKey: () => ({ kind: 'dict', entries: new Map(), open: true }),
  countByValue: () => ({ kind: 'dict', entries: new Map(), open: true }),
};

const NARROW: Methods<RddValue> = {
  map: mapping('f, preservesPartitioning'),
  flatMap: mapping('f, preservesPartitioning'),
  filter: mapping('f', true),
  mapPartitions: mapping('f, preservesPartitioning'),
  mapPartitionsWithIndex: mapping('f, preservesPartitioning'),
  mapValues: mapping('f', true),
  flatMapValues: mapping('f', true),
  keyBy: mapping('f'),
  keys: mapping(''),
  values: mapping(''),
  glom: mapping(''),
  sample: mapping('withReplacement, fraction, seed', true),
  sampleByKey: mapping('withReplacement, fractions, seed', true),
  zipWithUniqueId: mapping(''),
  pipe: mapping('command, env, checkCode'),
  barrier: mapping('', true),
  coalesce: [
    'numPartitions, shuffle',
    (self, a, call) => {
      const wanted = numberOf(a.get('numPartitions'));
      if (boolOf(a.get('shuffle'))) return shuffled(self, call, wanted);
      const { partitions } = self.rdd;
      const least = wanted === undefined || partitions === undefined ? wanted : Math.min(wanted, partitions);
      return narrow(self, call, false, least);
    },
  ],
  zipWithIndex: [
    '',
    (self, _, call) => {
      // With one partition there is nothing to count before.
      if (self.rdd.partitions !== 1) eager(call, { kind: 'rdd-count', rdd: self.rdd });
      return narrow(self, call, false);
    },
  ],
};

const ACTIONS: Methods<RddValue> = {
  collect: action(),
  collectWithJobGroup: action('groupId, description, interruptOnCancel'),
  count: action(),
  first: action('', () => 1),
  take: action('num', (n) => numberOf(n)),
  top: action('num, key', (n) => numberOf(n)),
  takeOrdered: action('num, key', (n) => numberOf(n)),
  takeSample: action('withReplacement, num, seed'),
  isEmpty: action('', () => 1),
  reduce: action('f'),
  treeReduce: action('f, depth'),
  fold: action('zeroValue, op'),
  aggregate: action('zeroValue, seqOp, combOp'),
  treeAggregate: action('zeroValue, seqOp, combOp, depth'),
  sum: action(),
  min: action('key'),
  max: action('key'),
  mean: action(),
  stdev: action(),
  variance: action(),
  sampleStdev: action(),
  sampleVariance: action(),
  stats: action(),
  histogram: action('buckets'),
  countByKey: action(),
  countByValue: action(),
  collectAsMap: action(),
  reduceByKeyLocally: action('func'),
  lookup: action('key'),
  countApprox: action('timeout, confidence'),
  countApproxDistinct: action('relativeSD'),
  sumApprox: action('timeout, confidence'),
  meanApprox: action('timeout, confidence'),
  foreach: action('f'),
  foreachPartition: action('f'),
  toLocalIterator: action('prefetchPartitions'),
  saveAsTextFile: action('path, compressionCodecClass'),
  saveAsPickleFile: action('path, batchSize'),
  saveAsSequenceFile: action('path, compressionCodecClass'),
  saveAsHadoopFile: action('path'),
  saveAsHadoopDataset: action('conf'),
  saveAsNewAPIHadoopFile: action('path'),
  saveAsNewAPIHadoopDataset: action('conf'),
};

let lastCached = 0;
const cachedIds = new WeakMap<Rdd, number>();

const cache: Method<RddValue> = [
  'storageLevel',
  (self, _, call) => {
    void call.at;
    return cachedRdd(self);
  },
];

/** RDDs are marked in place: every use of this object afterwards reads what was kept. */
function cachedRdd(self: RddValue): RddValue {
  if (!cachedIds.has(self.rdd)) {
    cachedIds.set(self.rdd, ++lastCached);
    (self.rdd as { cached?: number }).cached = lastCached;
  }
  return self;
}

const OTHERS: Methods<RddValue> = {
  cache,
  persist: cache,
  unpersist: [
    'blocking',
    (self) => {
      delete (self.rdd as { cached?: number }).cached;
      return self;
    },
  ],
  checkpoint: ['', () => NONE],
  localCheckpoint: ['', () => NONE],
  setName: ['name', (self) => self],
  name: ['', () => unknown('the name of an RDD')],
  id: ['', () => unknown('the id of an RDD')],
  toDebugString: ['', () => unknown('a description of an RDD')],
  getStorageLevel: ['', () => unknown('a storage level')],
  isCheckpointed: ['', () => unknown('whether an RDD is checkpointed')],
  getNumPartitions: [
    '',
    (self, _, call) => {
      void call.at;
      const { partitions } = self.rdd;
      return partitions === undefined
        ? unknown('a number of partitions')
        : { kind: 'int', value: partitions };
    },
  ],
  union: [
    'other',
    (self, a, call) => {
      const other = a.get('other');
      return other?.kind === 'rdd'
        ? { kind: 'rdd', rdd: unionOf([self.rdd, other.rdd], call) }
        : narrow(self, call, false);
    },
  ],
  cartesian: [
    'other',
    (self, a, call) => {
      const other = a.get('other');
      if (other?.kind !== 'rdd') return narrow(self, call, false);
      const [left, right] = [self.rdd.partitions, other.rdd.partitions];
      const partitions = left === undefined || right === undefined ? undefined : left * right;
      return {
        kind: 'rdd',
        rdd: { kind: 'cartesian', parents: [self.rdd, other.rdd], at: call.at, partitions },
      };
    },
  ],
  zip: [
    'other',
    (self, a, call) => {
      const other = a.get('other');
      if (other?.kind !== 'rdd') return narrow(self, call, false);
      const made = unionOf([self.rdd, other.rdd], call);
      return narrow({ kind: 'rdd', rdd: made }, call, false, self.rdd.partitions);
    },
  ],
  randomSplit: [
    'weights, seed',
    (self, a, call) => {
      const weights = a.get('weights');
      const count = weights && 'items' in weights ? weights.items.length : 0;
      return {
        kind: 'list',
        items: Array.from({ length: count }, () => narrow(self, call, true)),
        open: count === 0,
      };
    },
  ],
  toDF: ['schema, sampleRatio', (self, a, call) => createDataFrame(call, self, a.get('schema'))],
};

/** pyspark.RDD. */
export const RDD_CLASS: Class<RddValue> = {
  methods: { ...NARROW, ...ACTIONS, ...SHUFFLE_METHODS, ...OTHERS },
  properties: {
    context: () => ({ kind: 'context' }),
    ctx: () => ({ kind: 'context' }),
  },
};
