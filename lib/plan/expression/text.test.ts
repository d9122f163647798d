import { describe, expect, it } from 'vitest';
import { col, TestBench } from '../analyze/testing.ts';
import { expressionsOf } from '../logical/traverse.ts';
import { expressionText } from './text.ts';

function textOf(column: string): string {
  const { analyzer, plans } = new TestBench();
  const plan = analyzer.filter(plans.get('orders')!, col(column), 1);
  return expressionText(expressionsOf(plan)[0]!);
}

describe('the text of an expression, as exchanges show their keys', () => {
  it.each([
    ['order_id + 1 = 2', '((order_id + cast(1 as bigint)) = cast(2 as bigint))'],
    ['coalesce(customer_id, 0) > 1', '(coalesce(customer_id, cast(0 as bigint)) > cast(1 as bigint))'],
    ['isnull(region) and not region like "a%"', '(isnull(region) AND NOT region LIKE a%)'],
    ['region in ("a", "b")', 'region IN (a,b)'],
    [
      'case when amount > 1 then true else false end',
      'CASE WHEN (amount > cast(1 as double)) THEN true ELSE false END',
    ],
  ])('of %s is %s', (column, text) => {
    expect(textOf(column)).toBe(text);
  });
});
