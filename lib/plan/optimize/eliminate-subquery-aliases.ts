import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** Names of subqueries mean nothing once columns are resolved. Source: EliminateSubqueryAliases. */
export const eliminateSubqueryAliases = nodeRule('EliminateSubqueryAliases', transformPlanUp, (plan) =>
  plan.kind === 'SubqueryAlias' ? plan.child : plan,
);
