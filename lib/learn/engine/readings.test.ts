import { describe, expect, it } from 'vitest';
import { lookInNode } from '../testing.ts';
import { hasFinding, jobs, lastTasks, median, operators, shuffles, stagesOf, total } from './readings.ts';

const PROGRAM = `from pyspark.sql import SparkSession, Window, functions as F
spark = SparkSession.builder.getOrCreate()
orders = spark.read.parquet("orders")
orders.groupBy("country").count().write.parquet("out")
orders.withColumn("n", F.row_number().over(Window.orderBy("id"))).write.parquet("numbered")
`;
const state = await lookInNode(
  {
    program: { files: { 'main.py': PROGRAM }, main: 'main.py' },
    settings: { spark: '4.3', cores: 4, conf: { 'spark.sql.adaptive.enabled': 'false' } },
    catalog: {
      orders: {
        format: 'parquet',
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'country', type: 'string' },
        ],
        bytes: 2 ** 36,
      },
    },
    knobs: { step: 'sort', shufflePartitions: 7, adaptive: false },
  },
  { queries: {} },
);

describe('readings of a prediction', () => {
  it('count jobs, shuffles and operators over all actions', () => {
    // One job looks at a file for its columns, and each write is one.
    expect([jobs(state), shuffles(state), operators(state, /^Window$/)]).toEqual([3, 2, 1]);
  });

  it('tell the tasks of the stages of one action', () => {
    expect(stagesOf(state, 0)).toHaveLength(2);
    expect([lastTasks(state, 0), lastTasks(state, 1)]).toEqual([200, 1]);
  });

  it('tell what the rules found', () => {
    expect(hasFinding(state, 'window-without-partition')).toBe(true);
    expect(hasFinding(state, 'cross-join')).toBe(false);
  });
});

describe('readings of a simulation', () => {
  it('are its totals', () => {
    expect(total('reduceTasks')(state)).toBe(7);
  });

  it('stop where the simulator was not asked', () => {
    expect(() => total('reduceTasks')({ problems: [] })).toThrow('missing: a simulation');
  });
});

describe('median', () => {
  it('is the lower middle one, and 0 of nothing', () => {
    expect([median([5, 1, 3]), median([4, 1, 2, 3]), median([])]).toEqual([3, 2, 0]);
  });
});
