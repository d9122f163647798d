import { describe, expect, it } from 'vitest';
import { col } from '../analyze/testing.ts';
import { bench, exchanges, planned, plannedSql } from './testing.ts';
import { operatorsOf } from './traverse.ts';

const byCustomer = 'select customer_id, count(*) from orders group by customer_id';

describe('EnsureRequirements', () => {
  it('shuffles by the keys of an aggregate, and by ranges for a sort', () => {
    expect(
      exchanges(plannedSql('select region, count(*) from orders group by region order by region')),
    ).toEqual(['range region ASC NULLS FIRST 8', 'hash region 8']);
  });

  it('does not shuffle what lies by a part of the keys', () => {
    const test = bench();
    const { analyzer } = test;
    const spread = analyzer.repartitionBy(test.table('orders'), [col('region')], 4, 'hash', 1);
    const grouped = analyzer.aggregate(
      spread,
      { columns: [col('region'), col('day')], mode: 'plain' },
      [],
      2,
    );
    expect(exchanges(planned(grouped))).toEqual(['hash region 4']);
  });

  it('lays the other side of a join out like a side that lies by its key, whatever the number', () => {
    const test = bench();
    const { analyzer } = test;
    const spread = analyzer.repartitionBy(test.table('orders'), [col('customer_id')], 20, 'hash', 1);
    const joined = analyzer.join(spread, test.table('customers'), ['customer_id'], 'Inner', 2);
    expect(exchanges(planned(joined))).toEqual(['hash customer_id 20', 'hash customer_id 20']);
  });

  it('lays a repartition to fewer partitions than usual out anew, in its place', () => {
    const test = bench();
    const { analyzer } = test;
    const spread = analyzer.repartitionBy(test.table('orders'), [col('customer_id')], 3, 'hash', 1);
    const joined = analyzer.join(spread, test.table('customers'), ['customer_id'], 'Inner', 2);
    expect(exchanges(planned(joined))).toEqual(['hash customer_id 8', 'hash customer_id 8']);
  });

  it('joins grouped rows by the grouping key without shuffling them again', () => {
    expect(
      exchanges(
        plannedSql(`select c.name from customers c join (${byCustomer}) o on c.customer_id = o.customer_id`),
      ),
    ).toEqual(['hash customer_id 8', 'hash customer_id 8']);
  });

  it('shuffles again after a full outer join', () => {
    const joined =
      'select coalesce(o.customer_id, c.customer_id) as k from orders o full join customers c on o.customer_id = c.customer_id';
    expect(exchanges(plannedSql(`select k, count(*) from (${joined}) group by k`))).toHaveLength(3);
  });

  it('drops a repartition that changes nothing', () => {
    const test = bench();
    const { analyzer } = test;
    const grouped = analyzer.aggregate(
      test.table('orders'),
      { columns: [col('region')], mode: 'plain' },
      [],
      1,
    );
    const again = analyzer.repartitionBy(grouped, [col('region')], undefined, 'hash', 2);
    expect(exchanges(planned(again))).toEqual(['hash region 8']);
  });

  it('says which operator needs what, what it is offered, and the setting', () => {
    const plan = plannedSql(byCustomer);
    const [shuffle] = [...operatorsOf(plan)].filter((operator) => operator.kind === 'ShuffleExchange');
    expect(shuffle?.kind === 'ShuffleExchange' && shuffle.because).toBe(
      'HashAggregate needs rows with equal customer_id together, but HashAggregate offers no known partitioning; so a hash shuffle to spark.sql.shuffle.partitions = 8 is added',
    );
  });
});
