import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql, SHUFFLES } from './testing.ts';

const twice =
  'with g as (select region, count(*) as n from orders group by region) select * from g a join g b on a.region = b.region';

describe('ReuseExchangeAndSubquery', () => {
  it('runs an exchange once that stands twice', () => {
    expect(exchanges(plannedSql(twice))).toEqual(['hash region 8', 'reused hash region 8']);
  });

  it('leaves that to the run when it is adaptive', () => {
    expect(exchanges(plannedSql(twice, { ...SHUFFLES, 'spark.sql.adaptive.enabled': 'true' }))).toEqual([
      'hash region 8',
      'hash region 8',
    ]);
  });
});
