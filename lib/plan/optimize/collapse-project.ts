import type { Expression, NamedExpression } from '../expression/expression.ts';
import { isAggregate } from '../expression/make.ts';
import { isDeterministic, operandsOf, some, walk } from '../expression/traverse.ts';
import type { Aggregate, LogicalPlan, Project } from '../logical/logical-plan.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { aliasMap, needsPlainColumn, replaceNamed } from './aliases.ts';
import { hasCorrelatedSubquery } from './expression-traits.ts';
import { isFoldable } from './fold.ts';
import { nodeRule } from './rule.ts';

/**
 * Two projections are one, unless something costly would be computed twice. Source: CollapseProject.
 */
export const collapseProject = nodeRule('CollapseProject', transformPlanUp, (plan) => {
  if (plan.kind !== 'Project') return plan;
  const child = plan.child;
  switch (child.kind) {
    case 'Project':
    case 'Aggregate':
      return canCollapse(plan, child) ? merged(plan, child) : plan;
    case 'GlobalLimit': {
      const local = child.child;
      if (local.kind !== 'LocalLimit' || local.child.kind !== 'Project') return plan;
      const inner = local.child;
      if (!isRenaming(plan) || !isRenaming(inner)) return plan;
      return { ...child, child: { ...local, child: merged(plan, inner) } };
    }
    case 'LocalLimit':
    case 'Repartition':
    case 'Sample':
      if (child.child.kind !== 'Project' || !isRenaming(plan) || !isRenaming(child.child)) return plan;
      return { ...child, child: merged(plan, child.child) };
    default:
      return plan;
  }
});

function merged(plan: Project, child: Project | Aggregate): LogicalPlan {
  const map = aliasMap(child.list);
  return { ...child, list: plan.list.map((named) => replaceNamed(named, map)) };
}

function isRenaming(project: Project): boolean {
  return project.list.every((named) => named.kind === 'attribute' || named.child.kind === 'attribute');
}

function canCollapse(plan: Project, child: Project | Aggregate): boolean {
  const producers = new Map<number, NamedExpression>(child.list.map((named) => [named.id, named]));
  const counts = new Map<number, number>();
  for (const consumer of plan.list) {
    if (needsPlainColumn(consumer, aliasMap(child.list))) return false;
    // A Python UDF over an aggregate, and a correlated subquery, need the aggregate's row as it is.
    if (child.kind === 'Aggregate' && hasCorrelatedSubquery(consumer)) return false;
    if (some(consumer, (part) => part.kind === 'window') && child.kind === 'Aggregate') return false;
    walk(consumer, (part) => {
      if (part.kind === 'attribute' && producers.has(part.id))
        counts.set(part.id, (counts.get(part.id) ?? 0) + 1);
    });
  }
  return [...counts].every(([id, count]) => {
    const producer = producers.get(id)!;
    const value = producer.kind === 'alias' ? producer.child : producer;
    if (!isDeterministic(value) || isGenerating(value)) return false;
    return count === 1 || isCheap(value);
  });
}

function isGenerating(value: Expression): boolean {
  return some(value, (part) => part.kind === 'call' && part.role === 'generator');
}

/** CollapseProject.isCheap */
function isCheap(value: Expression): boolean {
  if (
    value.kind === 'attribute' ||
    value.kind === 'outer' ||
    value.kind === 'python-udf' ||
    isFoldable(value)
  )
    return true;
  if (some(value, isAggregate)) return false;
  const extracts =
    value.kind === 'call' && (value.fn === '.field' || value.fn.startsWith('.') || value.fn === '[]');
  return (value.kind === 'alias' || extracts) && operandsOf(value).every(isCheap);
}
