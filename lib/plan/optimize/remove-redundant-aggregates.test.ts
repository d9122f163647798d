import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('RemoveRedundantAggregates', () => {
  it('drops a distinct over rows that are unique', () => {
    expect(
      exchanges(
        plannedSql(
          'select distinct region, n from (select region, count(*) as n from orders group by region)',
        ),
      ),
    ).toEqual(['hash region 8']);
  });

  it('groups once where the lower groups are only looked at', () => {
    expect(
      exchanges(plannedSql('select region from (select distinct region, day from orders) group by region')),
    ).toEqual(['hash region 8']);
  });
});
