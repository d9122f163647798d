import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { nodesOf } from './plans.ts';

/**
 * Whether two plans are those of one DataFrame: a join with itself gets new column ids, but each node still stands for the
 * operation of the program that made it.
 */
export function isSameFrame(a: LogicalPlan, b: LogicalPlan): boolean {
  return a === b || operationsOf(a) === operationsOf(b);
}

function operationsOf(plan: LogicalPlan): string {
  return nodesOf(plan)
    .map((node) => `${node.kind}@${node.at ?? '?'}${node.kind === 'Relation' ? `:${node.source}` : ''}`)
    .join(' ');
}
