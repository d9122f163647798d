import type { Expression } from '../expression/expression.ts';
import { outerAttributes, some } from '../expression/traverse.ts';

export function hasPythonUdf(expression: Expression): boolean {
  return some(expression, (part) => part.kind === 'python-udf');
}

export function hasSubquery(expression: Expression): boolean {
  return some(expression, (part) => 'plan' in part);
}

/** Whether a subquery in it needs columns of the query around it. */
export function hasCorrelatedSubquery(expression: Expression): boolean {
  return some(expression, (part) => 'plan' in part && outerAttributes(part.plan).length > 0);
}

export function isCorrelated(expression: Expression): boolean {
  return 'plan' in expression && outerAttributes(expression.plan).length > 0;
}
