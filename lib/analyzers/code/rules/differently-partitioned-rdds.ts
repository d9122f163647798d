import type { Rule } from '../rule.ts';

const JOINS = [
  'join',
  'leftOuterJoin',
  'rightOuterJoin',
  'fullOuterJoin',
  'cogroup',
  'groupWith',
  'subtractByKey',
];

export const differentlyPartitionedRdds: Rule = {
  id: 'RDD-05',
  name: 'differently-partitioned-rdds',
  title: 'a join of two RDDs that lie by key in different numbers of partitions',
  severity: 'medium',
  evidence: 'C',
  why: 'Both lie by key already, but not alike: PySpark puts them together and shuffles all of both again.',
  notWhen: 'One of them is small.',
  options: [
    {
      action: 'Give both the same number of partitions where they are made, as in reduceByKey(f, n).',
      trade_off: 'One number has to fit both.',
      avoid_when: 'One is far larger than the other.',
    },
    {
      action: 'DataFrames, where the planner sees to this.',
      trade_off: 'The program is written anew.',
      avoid_when: 'The values are no columns.',
    },
  ],
  *check(context) {
    for (const call of context.on('rdd', ...JOINS)) {
      const [other] = call.args.positional;
      const [a, b] = [call.on.rdd.partitioner, other?.kind === 'rdd' ? other.rdd.partitioner : undefined];
      if (!a || !b || (a.partitions === b.partitions && a.fn === b.fn)) continue;
      yield {
        where: call.name,
        message:
          a.partitions === b.partitions
            ? 'both sides lie by key, but by different functions: all rows of both are shuffled again'
            : `one side lies by key in ${a.partitions} partitions, the other in ${b.partitions}: all rows of both are shuffled again`,
        confidence: 'high',
        whyConfidence: 'how both sides are partitioned is known from the steps that made them',
      };
    }
  },
};
