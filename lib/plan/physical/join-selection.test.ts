import { describe, expect, it } from 'vitest';
import { joins, plannedSql, SHUFFLES } from './testing.ts';

const on = 'orders o join customers c on o.customer_id = c.customer_id';

describe('JoinSelection', () => {
  it('broadcasts a side within the threshold, the right one of two equals', () => {
    expect(joins(plannedSql(`select o.region, c.name from ${on}`, {}))).toEqual([
      'BroadcastHashJoin Inner right',
    ]);
  });

  it('sorts and merges when broadcasts by size are off', () => {
    expect(joins(plannedSql(`select o.region from ${on}`))).toEqual(['SortMergeJoin Inner']);
  });

  it('measures a side by the columns that are read of it', () => {
    const conf = { ...SHUFFLES, 'spark.sql.autoBroadcastJoinThreshold': '400' };
    expect(joins(plannedSql(`select o.region from ${on}`, conf))).toEqual(['BroadcastHashJoin Inner right']);
    expect(joins(plannedSql(`select o.*, c.* from ${on}`, conf))).toEqual(['SortMergeJoin Inner']);
  });

  it('builds no side of a full outer join by a broadcast', () => {
    expect(
      joins(plannedSql('select 1 from orders o full join customers c on o.customer_id = c.customer_id', {})),
    ).toEqual(['SortMergeJoin FullOuter']);
  });

  it('compares every row with every other where there is no equality', () => {
    const sql = 'select 1 from orders o join customers c on o.customer_id > c.customer_id';
    expect(joins(plannedSql(sql, {}))).toEqual(['BroadcastNestedLoopJoin Inner right']);
    expect(joins(plannedSql(sql))).toEqual(['CartesianProduct Inner']);
  });

  it('broadcasts the right side of NOT IN whatever its size', () => {
    expect(
      joins(plannedSql('select * from orders where customer_id not in (select customer_id from customers)')),
    ).toEqual(['BroadcastHashJoin LeftAnti right']);
  });
});
