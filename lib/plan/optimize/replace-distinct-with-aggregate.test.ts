import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('ReplaceDistinctWithAggregate', () => {
  it('groups by all columns', () => {
    expect(exchanges(plannedSql('select distinct region, day from orders'))).toEqual(['hash region,day 8']);
  });
});
