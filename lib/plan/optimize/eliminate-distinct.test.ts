import { describe, expect, it } from 'vitest';
import { planText } from '../logical/text.ts';
import { optimizedPlan } from './testing.ts';

describe('EliminateDistinct', () => {
  it('drops a DISTINCT that changes nothing', () => {
    expect(planText(optimizedPlan('select max(distinct amount) from orders'))).toContain('max(amount)');
  });
});
