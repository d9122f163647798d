import { describe, expect, it } from 'vitest';
import { exchangesOf } from '../predict-exchanges.ts';
import type { CatalogSource } from '../settings.ts';
import { plannedOver } from './testing.ts';

const skewed = (column: string, share = 0.6): Partial<CatalogSource> => ({ skew: [{ column, share }] });

/** `source.column share` of each shuffle that has a skewed key, and `-` of the others. */
function skews(sql: string, orders: Partial<CatalogSource> = skewed('customer_id')): readonly string[] {
  return exchangesOf(plannedOver(sql, { orders }), true).map(({ skew }) =>
    skew ? `${skew.source}.${skew.column} ${skew.share}` : '-',
  );
}

const JOIN = 'SELECT * FROM orders o JOIN customers c ON o.customer_id = c.customer_id';

describe('a skewed key', () => {
  it('is that of a join, a window and a sort by the column that somebody told of', () => {
    expect(skews(JOIN)).toEqual(['data/orders.customer_id 0.6', '-']);
    expect(skews('SELECT *, sum(amount) OVER (PARTITION BY customer_id) FROM orders')).toEqual([
      'data/orders.customer_id 0.6',
    ]);
    expect(skews('SELECT * FROM orders ORDER BY customer_id')).toEqual(['data/orders.customer_id 0.6']);
  });

  it('is found through filters, other names and casts', () => {
    expect(
      skews(
        'SELECT * FROM (SELECT cast(customer_id AS string) AS who, amount FROM orders WHERE amount > 5) DISTRIBUTE BY who',
      ),
    ).toEqual(['data/orders.customer_id 0.6']);
    expect(skews(JOIN, skewed('CUSTOMER_ID'))).toEqual(['data/orders.CUSTOMER_ID 0.6', '-']);
  });

  it('is none where rows are summed up before they move: each value is one row of a task then', () => {
    expect(skews('SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id')).toEqual(['-']);
    expect(
      skews(
        'SELECT * FROM (SELECT customer_id, sum(amount) s FROM orders GROUP BY customer_id) DISTRIBUTE BY s',
      ),
    ).toEqual(['-', '-']);
  });

  it('is none beside a second key, by another column, or where hardly any rows have the value', () => {
    expect(skews('SELECT * FROM orders DISTRIBUTE BY customer_id, region')).toEqual(['-']);
    expect(skews('SELECT * FROM orders DISTRIBUTE BY region')).toEqual(['-']);
    expect(skews('SELECT * FROM orders DISTRIBUTE BY customer_id', skewed('customer_id', 0.001))).toEqual([
      '-',
    ]);
  });

  it('makes a partition that holds its rows and a part of the others', () => {
    const [exchange] = exchangesOf(
      plannedOver('SELECT * FROM orders DISTRIBUTE BY customer_id', {
        orders: { ...skewed('customer_id', 0.5), bytes: 16_000 },
      }),
      true,
    );
    // Half of the rows, and one eighth of the other half.
    expect(exchange?.skew?.largestBytes).toBe(16_000 * (0.5 + 0.5 / 8));
  });
});
