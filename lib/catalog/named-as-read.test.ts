import { describe, expect, it } from 'vitest';
import { namedAsRead } from './named-as-read.ts';

const named = (name: string, sources: readonly string[]) =>
  Object.keys(namedAsRead({ [name]: { format: 'parquet', columns: [] } }, sources))[0];

describe('namedAsRead', () => {
  it.each([
    ['orders', ['s3://lake/orders', 's3://lake/people'], 's3://lake/orders'],
    ['data/orders/', ['file:///data/orders', './data/orders'], './data/orders'],
    ['orders', ['in/orders.csv'], 'in/orders.csv'],
    ['ORDERS', ['shop.orders'], 'shop.orders'],
    ['orders', ['a/orders', 'b/orders'], 'orders'],
    ['events', ['a/orders'], 'events'],
  ])('%s beside %j is %s', (name, sources, expected) => expect(named(name, sources)).toBe(expected));
});
