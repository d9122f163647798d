import { describe, expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { mapChildren } from '../logical/traverse.ts';
import { columnPath } from './column-path.ts';

/** Kinds of the operators that carry a column of a query, and of those that decide about its rows, top first. */
function path(sql: string, column = 0): readonly [string, string] {
  const kinds: string[] = [];
  // Each operator is an operation of its own, so that they can be told apart.
  const numbered = (plan: LogicalPlan): LogicalPlan => {
    const at = kinds.push(plan.kind) - 1;
    return { ...mapChildren(plan, numbered), at };
  };
  const { carry, decide } = columnPath(numbered(planOf(sql)), column);
  const text = (ats: ReadonlySet<number>): string =>
    [...ats]
      .toSorted((a, b) => a - b)
      .map((at) => kinds[at])
      .join(' ');
  return [text(carry), text(decide)];
}

describe('the path of a column', () => {
  it('is its source and what computes it', () => {
    expect(path('select amount + 1 as x from (select amount, region from orders)')).toEqual([
      'Project Relation',
      '',
    ]);
  });

  it('has what decides about its rows', () => {
    expect(path('select sum(amount) as x from orders where day > 1 group by region')).toEqual([
      'Aggregate Relation',
      'Aggregate Filter',
    ]);
  });

  it('goes down one side of a join only, where the other gives nothing', () => {
    const [carry, decide] = path('select o.amount from orders o join staff s on o.amount = s.salary');
    expect(carry).toBe('Relation');
    expect(decide).toBe('Join');
  });

  it('goes through all sides of a union, and into the query that a value is taken from', () => {
    expect(path('select amount from orders union all select amount from orders')[0]).toBe(
      'Union Relation Relation',
    );
    expect(path('select (select max(amount) from orders) as x from staff')[0]).toMatch(/^Project/);
  });

  it('ends where there is no such column', () => {
    expect(path('select amount from orders', 7)).toEqual(['', '']);
  });
});
