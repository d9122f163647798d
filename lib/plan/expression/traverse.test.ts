import { describe, expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf, expressionsOf } from '../logical/traverse.ts';
import { isDeterministic, references, transformUp } from './traverse.ts';

describe('expressions as trees', () => {
  it('stay the same objects where nothing changes', () => {
    const [expression] = expressionsOf(planOf('select amount * 2 + 1 as x from orders'));
    expect(transformUp(expression!, (each) => each)).toBe(expression);
  });

  it('read the columns that a subquery takes from around it', () => {
    const plan = planOf(
      'select name from customers c where exists (select 1 from orders o where o.customer_id = c.customer_id)',
    );
    const filter = childrenOf(plan)[0]!;
    const key = outputOf(filter).find((attribute) => attribute.name === 'customer_id');
    expect(references(expressionsOf(filter)[0]!)).toEqual(new Set([key?.id]));
  });

  it('do not read the parameters of their lambdas', () => {
    const plan = planOf('select transform(pages, p -> upper(p)) as x from visits');
    expect(references(expressionsOf(plan)[0]!).size).toBe(1);
  });

  it('are deterministic unless something in them is not', () => {
    const [plain, random] = expressionsOf(planOf('select amount + 1, amount + rand() from orders'));
    expect([isDeterministic(plain!), isDeterministic(random!)]).toEqual([true, false]);
  });
});
