import { describe, expect, it } from 'vitest';
import { col } from '../analyze/testing.ts';
import { bench, exchanges, planned, plannedSql, SHUFFLES } from './testing.ts';

const counted = (table: string) => `select customer_id, count(*) as n from ${table} group by customer_id`;
const union = `select customer_id, max(n) from (${counted('orders')} union all ${counted('customers')}) group by customer_id`;

describe('outputPartitioning', () => {
  it('forgets how the inputs of a union lie until 4.1, and keeps it from then on', () => {
    expect(exchanges(plannedSql(union, SHUFFLES, '3.5'))).toHaveLength(3);
    expect(exchanges(plannedSql(union, SHUFFLES, '4.1'))).toHaveLength(2);
  });

  it('follows a key that is renamed, and loses one that is computed anew', () => {
    const test = bench();
    const { analyzer } = test;
    const spread = analyzer.repartitionBy(test.table('orders'), [col('region')], undefined, 'hash', 1);
    const grouped = (name: string, value: string) => {
      const named = analyzer.withColumns(spread, [[name, col(value)]], 2);
      return planned(analyzer.aggregate(named, { columns: [col(name)], mode: 'plain' }, [], 3));
    };
    expect(exchanges(grouped('place', 'region'))).toEqual(['hash region 8']);
    expect(exchanges(grouped('region', 'upper(region)'))).toEqual(['hash region 8', 'hash region 8']);
  });

  it('knows nothing of rows that went through coalesce, unless they are one partition', () => {
    const test = bench();
    const { analyzer } = test;
    const grouped = (partitions: number) => {
      const fewer = analyzer.repartition(test.table('orders'), partitions, false, 1);
      return exchanges(
        planned(analyzer.aggregate(fewer, { columns: [col('region')], mode: 'plain' }, [], 2)),
      );
    };
    expect(grouped(2)).toEqual(['hash region 8']);
    expect(grouped(1)).toEqual([]);
  });
});
