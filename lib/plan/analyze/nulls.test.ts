import { expect, it } from 'vitest';
import { col, columnsOf, shortTree, TestBench } from './testing.ts';

it('na.drop keeps rows with enough values', () => {
  const { analyzer, plans } = new TestBench();
  expect(shortTree(analyzer.dropNulls(plans.get('staff')!, 'any', ['salary'], 1)).split('\n')[0]).toBe(
    'Filter atleastnnonnulls(1, salary)',
  );
});

it('na.fill fills the columns of the value’s type with a float, whose cast may fail, as Spark sees it', () => {
  const { analyzer, plans } = new TestBench();
  const filled = analyzer.fillNulls(plans.get('orders')!, col('0'), undefined, 1);
  expect(columnsOf(filled)).toEqual([
    'order_id bigint',
    'customer_id bigint',
    'region string',
    'amount double!',
    'day date',
  ]);
  expect(shortTree(filled)).toContain('coalesce(nanvl(amount, null), 0) AS amount');
});
