import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { RddValue } from '../../values/spark-value.ts';
import type { Value } from '../../values/value.ts';
import type { Call, Method, Methods } from '../method.ts';
import { numberOf } from '../read-value.ts';
import type { Bound } from '../signature.ts';
import { eager, settingOf } from '../steps.ts';
import { samePartitioner, unionOf } from './combine-rdds.ts';

const HASH = 'portable_hash';

/** One partition function is another one only if it is the same object: PySpark compares them so. */
function partitionFunction(fn: Value | undefined): string {
  if (fn === undefined) return HASH;
  return fn.kind === 'function' ? `${fn.scope.file}:${fn.def.from}` : fn.kind;
}

export function shuffled(
  self: RddValue,
  call: Call,
  partitions: number | undefined,
  fn?: string,
  parent: Rdd = self.rdd,
): RddValue {
  const made: Rdd = { kind: 'shuffle', method: call.name, parent, at: call.at, partitions };
  return {
    kind: 'rdd',
    rdd: fn && partitions !== undefined ? { ...made, partitioner: { partitions, fn } } : made,
  };
}

/**
 * PySpark's _defaultReducePartitions: spark.default.parallelism if it is set, else as many as the parent has. Files whose
 * number of parts is not known leave it open.
 */
function reducePartitions(self: RddValue, given: Value | undefined, call: Call): number | undefined {
  if (given !== undefined) return numberOf(given);
  const set = Number(settingOf(call.run, 'spark.default.parallelism'));
  return Number.isInteger(set) && set > 0 ? set : self.rdd.partitions;
}

/** A shuffle by key, or none when the pairs lie that way already. Joins of several inputs come as their union. */
function byKey(
  self: RddValue,
  call: Call,
  partitions: number | undefined,
  fn: string,
  parent: Rdd = self.rdd,
): RddValue {
  if (partitions !== undefined && samePartitioner(parent.partitioner, { partitions, fn })) {
    const kept: Rdd = {
      kind: 'narrow',
      method: call.name,
      parent,
      at: call.at,
      partitions,
      partitioner: { partitions, fn },
    };
    return { kind: 'rdd', rdd: kept };
  }
  return shuffled(self, call, partitions, fn, parent);
}

function combining(signature: string): Method<RddValue> {
  return [
    signature,
    (self, a, call) =>
      byKey(
        self,
        call,
        reducePartitions(self, a.get('numPartitions'), call),
        partitionFunction(a.get('partitionFunc')),
      ),
  ];
}

/** Python tags both inputs, unites them and groups by key: one shuffle of both, none if both lie that way. */
function joining(signature = 'other, numPartitions'): Method<RddValue> {
  return [
    signature,
    (self, a, call) => {
      const others = [a.get('other'), ...a.rest].flatMap((value) =>
        value?.kind === 'rdd' ? [value.rdd] : [],
      );
      const inputs = [self.rdd, ...others];
      const given = numberOf(a.get('numPartitions'));
      const united = unionOf(inputs, call);
      const set = Number(settingOf(call.run, 'spark.default.parallelism'));
      // pyspark.join takes the union's number of partitions: those of both inputs together.
      const partitions = given ?? (Number.isInteger(set) && set > 0 ? set : united.partitions);
      return byKey(self, call, partitions, HASH, united);
    },
  ];
}

const sorting = (signature: string): Method<RddValue> => [
  signature,
  (self, a: Bound, call) => {
    const partitions = reducePartitions(self, a.get('numPartitions'), call);
    if (partitions === 1) return shuffledOrMerged(self, call);
    // Two jobs before the sort: one counts the rows, one takes a sample to find the bounds.
    eager(call, { kind: 'rdd-sort', rdd: self.rdd });
    return shuffled(self, call, partitions);
  },
];

function shuffledOrMerged(self: RddValue, call: Call): RddValue {
  const merged: Rdd = { kind: 'narrow', method: 'coalesce', parent: self.rdd, at: call.at, partitions: 1 };
  return { kind: 'rdd', rdd: self.rdd.partitions === 1 ? { ...merged, method: call.name } : merged };
}

export const SHUFFLE_METHODS: Methods<RddValue> = {
  partitionBy: combining('numPartitions, partitionFunc'),
  reduceByKey: combining('func, numPartitions, partitionFunc'),
  groupByKey: combining('numPartitions, partitionFunc'),
  combineByKey: combining('createCombiner, mergeValue, mergeCombiners, numPartitions, partitionFunc'),
  aggregateByKey: combining('zeroValue, seqFunc, combFunc, numPartitions, partitionFunc'),
  foldByKey: combining('zeroValue, func, numPartitions, partitionFunc'),
  groupBy: [
    'f, numPartitions, partitionFunc',
    (self, a, call) =>
      shuffled(
        self,
        call,
        reducePartitions(self, a.get('numPartitions'), call),
        partitionFunction(a.get('partitionFunc')),
      ),
  ],
  distinct: [
    'numPartitions',
    (self, a, call) => shuffled(self, call, reducePartitions(self, a.get('numPartitions'), call)),
  ],
  repartition: ['numPartitions', (self, a, call) => shuffled(self, call, numberOf(a.get('numPartitions')))],
  repartitionAndSortWithinPartitions: [
    'numPartitions, partitionFunc, ascending, keyfunc',
    (self, a, call) =>
      byKey(
        self,
        call,
        reducePartitions(self, a.get('numPartitions'), call),
        partitionFunction(a.get('partitionFunc')),
      ),
  ],
  sortByKey: sorting('ascending, numPartitions, keyfunc'),
  sortBy: sorting('keyfunc, ascending, numPartitions'),
  join: joining(),
  leftOuterJoin: joining(),
  rightOuterJoin: joining(),
  fullOuterJoin: joining(),
  cogroup: joining(),
  groupWith: joining('other, *others'),
  intersection: joining('other'),
  subtract: joining(),
  subtractByKey: joining(),
};
