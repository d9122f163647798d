import { describe, expect, it } from 'vitest';
import { optimizedPlan, shapeOf } from './testing.ts';

const sql =
  'select region, sum(n) from (select region, day, count(*) as n from orders group by region, day) group by region';

describe('sum of counts', () => {
  it('counts the larger groups at once since 4.3', () => {
    expect(shapeOf(optimizedPlan(sql, {}, '3.5'))).toBe('Aggregate(Aggregate(Project(orders)))');
    expect(shapeOf(optimizedPlan(sql, {}, '4.3'))).toBe('Aggregate(Project(orders))');
  });
});
