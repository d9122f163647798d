import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { lostOrder } from './lost-order.ts';

describe('lost-order', () => {
  it('names a sort before a repartition by number', async () => {
    const found = await lintText(lostOrder, 'events.orderBy("ts").repartition(10).write.parquet("out/a")');
    expect(found).toEqual(['1 SHF-10']);
  });

  it('names a sort whose group-by sums floating-point numbers', async () => {
    const found = await lintText(
      lostOrder,
      'events.orderBy("ts").groupBy("kind").agg(F.sum("amount")).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-10']);
  });

  it('finds nothing where Spark drops the sort', async () => {
    const found = await lintText(
      lostOrder,
      [
        'events.orderBy("ts").groupBy("kind").count().write.parquet("out/a")',
        'events.orderBy("ts").join(users, "user_id").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the order is used', async () => {
    const found = await lintText(
      lostOrder,
      [
        'events.orderBy("ts").limit(10).collect()',
        'events.orderBy("ts").write.parquet("out/a")',
        'events.orderBy("ts").groupBy("kind").agg(F.first("amount")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves lists alone', async () => {
    const found = await lintText(
      lostOrder,
      [
        'names = ["b", "a"]',
        'names.sort()',
        'events.groupBy("kind").agg(F.sum("amount")).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
