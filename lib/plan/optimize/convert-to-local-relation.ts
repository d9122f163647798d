import { toAttribute } from '../expression/make.ts';
import { isDeterministic } from '../expression/traverse.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { hasPythonUdf, hasSubquery } from './expression-traits.ts';
import { nodeRule } from './rule.ts';

/** What is computed from rows that the plan itself holds is computed while planning. Source: ConvertToLocalRelation. */
export const convertToLocalRelation = nodeRule('ConvertToLocalRelation', transformPlanUp, (plan) => {
  if (plan.kind === 'Project' && plan.child.kind === 'LocalRelation') {
    if (!plan.list.every((named) => isDeterministic(named) && !hasPythonUdf(named) && !hasSubquery(named)))
      return plan;
    return { ...plan.child, output: plan.list.map(toAttribute) };
  }
  if (plan.kind === 'GlobalLimit' || plan.kind === 'LocalLimit') {
    const child = plan.child.kind === 'LocalLimit' ? plan.child.child : plan.child;
    if (plan.kind === 'LocalLimit' || child.kind !== 'LocalRelation' || plan.limit === undefined) return plan;
    return { ...child, rows: child.rows === undefined ? undefined : Math.min(child.rows, plan.limit) };
  }
  if (plan.kind === 'Filter' && plan.child.kind === 'LocalRelation') {
    if (!isDeterministic(plan.condition) || hasPythonUdf(plan.condition) || hasSubquery(plan.condition))
      return plan;
    return { ...plan.child, rows: undefined };
  }
  return plan;
});
