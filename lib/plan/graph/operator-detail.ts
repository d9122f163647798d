import type { Expression } from '../expression/expression.ts';
import { expressionText } from '../expression/text.ts';
import { listText } from '../physical/because.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';

/** What an operator works on, in one line: columns, keys, a condition, a source. */
export function operatorDetail(plan: PhysicalPlan): string {
  switch (plan.kind) {
    case 'FileScan':
      return plan.relation.source;
    case 'InMemoryTableScan':
      return 'rows of a cached DataFrame';
    case 'Project':
      return listText(plan.list);
    case 'Filter':
      return expressionText(plan.condition);
    case 'Aggregate':
      return `${plan.phase}${by(plan.grouping)}`;
    case 'Window':
    case 'WindowGroupLimit':
      return [by(plan.partitionBy), order(plan.orderBy)].join('').trim() || 'all rows';
    case 'Sort':
      return listText(plan.order);
    case 'Limit':
      return String(plan.limit ?? '?');
    case 'TakeOrderedAndProject':
      return `first ${plan.limit ?? '?'}${order(plan.order)}`;
    case 'Coalesce':
      return `to ${plan.partitions}`;
    case 'Rows':
      return plan.groupBy === undefined ? '' : by(plan.groupBy).trim();
    case 'Join':
      return `${plan.joinType} on ${equalities(plan.leftKeys, plan.rightKeys)}`;
    case 'Cogroup':
      return equalities(plan.leftKeys, plan.rightKeys);
    case 'Cross':
      return plan.condition === undefined
        ? plan.joinType
        : `${plan.joinType} on ${expressionText(plan.condition)}`;
    case 'Union':
      return `${plan.children.length} inputs`;
    default:
      return '';
  }
}

function by(keys: readonly Expression[]): string {
  return keys.length === 0 ? '' : ` by ${listText(keys)}`;
}

function order(keys: readonly Expression[]): string {
  return keys.length === 0 ? '' : ` in order of ${listText(keys)}`;
}

function equalities(left: readonly Expression[], right: readonly Expression[]): string {
  return left
    .map((key, i) => `${expressionText(key)} = ${right[i] ? expressionText(right[i]) : '?'}`)
    .join(', ');
}
