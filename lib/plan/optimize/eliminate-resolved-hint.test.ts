import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('EliminateResolvedHint', () => {
  it('gives a hint to the join above it', () => {
    expect(
      joins(
        plannedSql(
          'select /*+ broadcast(c) */ o.region from orders o join customers c on o.customer_id = c.customer_id',
        ),
      ),
    ).toEqual(['BroadcastHashJoin Inner right']);
  });
});
