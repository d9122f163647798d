import { describe, expect, it } from 'vitest';
import { planText } from '../logical/text.ts';
import { optimizedPlan } from './testing.ts';

describe('InferFiltersFromConstraints', () => {
  it('asks that join keys are not null, on both sides', () => {
    const text = planText(
      optimizedPlan('select 1 from orders o join customers c on o.customer_id = c.customer_id'),
    );
    expect(text.match(/Filter isnotnull\(customer_id\)/g)).toHaveLength(2);
  });

  it('carries a condition over to the other side of an equality', () => {
    const text = planText(
      optimizedPlan(
        'select 1 from orders o join customers c on o.customer_id = c.customer_id where o.customer_id > 5',
      ),
    );
    expect(text.match(/customer_id > 5/g)).toHaveLength(2);
  });
});
