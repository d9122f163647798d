import { describe, expect, it } from 'vitest';
import { distinctKeys } from './distinct-keys.ts';
import { optimizedPlan } from './testing.ts';

describe('distinctKeys', () => {
  it('knows that groups are unique by their keys', () => {
    const plan = optimizedPlan('select region, count(*) as n from orders group by region');
    expect(distinctKeys(plan).map((key) => key.size)).toEqual([1]);
  });
});
