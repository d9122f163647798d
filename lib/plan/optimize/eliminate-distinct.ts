import type { Expression } from '../expression/expression.ts';
import { transformUp } from '../expression/traverse.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** Functions whose result rows that stand twice do not change (EliminateDistinct.isDuplicateAgnostic). */
const DUPLICATES_DO_NOT_MATTER = new Set([
  'max',
  'min',
  'bit_and',
  'bit_or',
  'bool_and',
  'bool_or',
  'collect_set',
  'first',
  'last',
  'first_value',
  'last_value',
  'any_value',
]);

export function isDuplicateAgnostic(expression: Expression): boolean {
  return expression.kind === 'call' && DUPLICATES_DO_NOT_MATTER.has(expression.fn);
}

/** max(DISTINCT x) is max(x). Source: EliminateDistinct. */
export const eliminateDistinct = nodeRule('EliminateDistinct', transformPlanUp, (plan) =>
  plan.kind !== 'Aggregate'
    ? plan
    : mapExpressions(plan, (expression) =>
        transformUp(expression, (part) => {
          if (part.kind !== 'call' || part.distinct !== true || !isDuplicateAgnostic(part)) return part;
          const { distinct: _distinct, ...plain } = part;
          return plain;
        }),
      ),
);
