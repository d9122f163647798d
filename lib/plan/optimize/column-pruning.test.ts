import { describe, expect, it } from 'vitest';
import { planText } from '../logical/text.ts';
import { optimizedPlan } from './testing.ts';

describe('ColumnPruning', () => {
  it('reads only the columns that are needed above', () => {
    const plan = optimizedPlan(
      'select o.region, count(*) from orders o join customers c on o.customer_id = c.customer_id group by o.region',
    );
    expect(planText(plan)).toContain('Project [customer_id, region]');
    expect(planText(plan)).toContain('Project [customer_id]');
  });
});
