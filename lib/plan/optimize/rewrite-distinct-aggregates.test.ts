import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('RewriteDistinctAggregates', () => {
  it('repeats rows for DISTINCTs over different columns', () => {
    const plan = plannedSql(
      'select region, count(distinct customer_id), count(distinct day) from orders group by region',
    );
    expect(exchanges(plan)).toEqual(['hash region 8', 'hash region,customer_id,day,gid 8']);
  });
});
