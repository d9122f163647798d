import { describe, expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import { outputOf } from '../logical/output.ts';

function nameOf(column: string, spark: '3.5' | '4.3' = '3.5'): string | undefined {
  return outputOf(planOf(`select ${column} from orders`, spark))[0]?.name;
}

describe('the name of a column that has none', () => {
  it.each([
    ['sum(amount)', 'sum(amount)'],
    ['count(*)', 'count(1)'],
    ['count(distinct region, day)', 'count(DISTINCT region, day)'],
    ['mean(amount)', 'mean(amount)'],
    ['amount + 1', '(amount + 1)'],
    ['-amount', '(- amount)'],
    ['cast(amount as int)', 'amount'],
    ['cast(amount + 1 as int)', 'CAST((amount + 1) AS INT)'],
    ['substring(region, 2)', 'substring(region, 2, 2147483647)'],
    ['case when amount > 1 then "a" end', 'CASE WHEN (amount > 1) THEN a END'],
    ['if(amount > 1, 1, 2)', '(IF((amount > 1), 1, 2))'],
    ['region is null', '(region IS NULL)'],
    ['sqrt(amount)', 'SQRT(amount)'],
    ['"x"', 'x'],
    ['date "2024-01-01"', "DATE '2024-01-01'"],
    ['sum(amount) filter (where region = "EU")', 'sum(amount) FILTER (WHERE (region = EU))'],
    [
      'rank() over (partition by region order by amount)',
      'RANK() OVER (PARTITION BY region ORDER BY amount ASC NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
    ],
  ])('of %s is %s', (column, name) => {
    expect(nameOf(column)).toBe(name);
  });

  it('leaves out the casts that the analyzer adds', () => {
    expect(nameOf('order_id = "7"')).toBe('(order_id = 7)');
  });
});
