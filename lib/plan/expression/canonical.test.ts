import { describe, expect, it } from 'vitest';
import { col, TestBench } from '../analyze/testing.ts';
import { expressionsOf } from '../logical/traverse.ts';
import { semanticEquals } from './canonical.ts';

function same(a: string, b: string): boolean {
  const { analyzer, plans } = new TestBench();
  const [x, y] = [a, b].map((text) => expressionsOf(analyzer.filter(plans.get('orders')!, col(text), 1))[0]!);
  return semanticEquals(x!, y!);
}

describe('two expressions mean the same', () => {
  it.each([
    ['amount + order_id > 1', 'order_id + amount > 1'],
    ['amount > 1', '1 < amount'],
    ['region = "a" and day is null', 'day is null and region = "a"'],
  ])('%s and %s', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it('unless they call different functions, read different columns, or change with every call', () => {
    expect(same('amount - order_id > 1', 'order_id - amount > 1')).toBe(false);
    expect(same('amount > 1', 'amount > 2')).toBe(false);
    expect(same('rand() > 1', 'rand() > 1')).toBe(false);
  });
});
