import { canonicalKey } from '../expression/canonical.ts';
import { literal } from '../expression/make.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { isFoldable } from './fold.ts';
import { nodeRule } from './rule.ts';

/**
 * Constants do not group, and a column groups once. Source: RemoveLiteralFromGroupExpressions,
 * RemoveRepetitionFromGroupExpressions.
 */
export const removeFromGroupExpressions = nodeRule(
  'RemoveRepetitionFromGroupExpressions',
  transformPlanDown,
  (plan) => {
    if (plan.kind !== 'Aggregate' || plan.grouping.length < 1) return plan;
    const varying = plan.grouping.filter((key) => !isFoldable(key));
    const seen = new Set<string>();
    const distinct = varying.filter((key) => {
      const size = seen.size;
      return seen.add(canonicalKey(key)).size > size;
    });
    if (distinct.length === plan.grouping.length) return plan;
    if (distinct.length > 0) return { ...plan, grouping: distinct };
    // All constants: one stays, since without keys there would be a row for no rows.
    return plan.grouping.length === 1 ? plan : { ...plan, grouping: [literal(0)] };
  },
);
