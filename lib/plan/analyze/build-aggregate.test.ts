import { describe, expect, it } from 'vitest';
import { col, columnsOf, shortTree, TestBench, treeOf } from './testing.ts';

describe('groupBy and agg', () => {
  it('have the keys first', () => {
    const { analyzer, plans } = new TestBench();
    const plan = analyzer.aggregate(
      plans.get('orders')!,
      { columns: [col('year(day) as y'), col('region')], mode: 'plain' },
      [col('sum(amount)')],
      1,
    );
    expect(shortTree(plan).split('\n')[0]).toBe(
      'Aggregate [year(day), region], [year(day) AS y, region, sum(amount) AS sum(amount)]',
    );
    expect(columnsOf(plan)).toEqual(['y int', 'region string', 'sum(amount) double']);
  });

  it('take time windows as a column of the input', () => {
    expect(treeOf("select window.start, count(*) from visits group by window(ts, '10 minutes')")).toBe(
      [
        'Aggregate [window], [window.start AS start, count(1) AS count(1)]',
        '  Project [window(ts, 10 minutes) AS window, user_id, ts, pages, geo, tags]',
        '    Filter isnotnull(ts)',
        '      SubqueryAlias visits',
        '        visits',
      ].join('\n'),
    );
  });
});

describe('SQL groups', () => {
  it.each(['group by 1', 'group by y', 'group by year(day)', 'group by all'])('%s', (groupBy) => {
    expect(treeOf(`select year(day) as y, count(*) from orders ${groupBy}`).split('\n')[0]).toBe(
      'Aggregate [year(day)], [year(day) AS y, count(1) AS count(1)]',
    );
  });

  it('may be filtered and ordered by aggregates that are not selected', () => {
    expect(
      treeOf('select region from orders group by region having count(*) > 1 order by max(amount) desc'),
    ).toBe(
      [
        'Project [region]',
        '  Sort [max(amount) DESC NULLS LAST], true',
        '    Project [region, max(amount)]',
        '      Filter (count(1) > cast(1 as bigint))',
        '        Aggregate [region], [region, count(1) AS count(1), max(amount) AS max(amount)]',
        '          SubqueryAlias orders',
        '            orders',
      ].join('\n'),
    );
  });
});

describe('rollup', () => {
  it('is an Aggregate by the keys and an id over an Expand with a projection for each set', () => {
    const tree = treeOf(
      'select region, grouping(region) as g, sum(amount) as s from orders group by rollup(region)',
    );
    expect(tree.split('\n')[0]).toBe(
      'Aggregate [region, spark_grouping_id], [region, cast(((spark_grouping_id >> 0) & 1) as tinyint) AS g, sum(amount) AS s]',
    );
    expect(tree.match(/ null, 1\]/g)).toHaveLength(1);
  });
});

describe('a pivot', () => {
  const pivoted = (aggregate: string): string =>
    treeOf(`select * from (select region, segment, ${aggregate.replace(/\w+\(|\)/g, '')}
      from orders join customers using (customer_id)) pivot (${aggregate} for segment in ('a', 'b' as bee))`);

  it('aggregates twice when PivotFirst can hold the results', () => {
    expect(pivoted('sum(amount)').split('\n').slice(0, 4)).toEqual([
      'Project [region, a, bee]',
      '  Project [region, __pivot_sum(amount)[0] AS a, __pivot_sum(amount)[1] AS bee]',
      '    Aggregate [region], [region, pivotfirst(segment, sum(amount), a, b) AS __pivot_sum(amount)]',
      '      Aggregate [region, segment], [region, segment, sum(amount) AS sum(amount)]',
    ]);
  });

  it('aggregates once with conditions when it cannot', () => {
    expect(pivoted('max(name)').split('\n')[1]).toBe(
      '  Aggregate [region], [region, max(if ((segment <=> a)) name else null) AS a, max(if ((segment <=> b)) name else null) AS bee]',
    );
  });
});
