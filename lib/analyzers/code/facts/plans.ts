import type { Attribute, Expression } from '#lib/plan/expression/expression.ts';
import { collect } from '#lib/plan/expression/traverse.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { childrenOf, expressionsOf, walkPlan } from '#lib/plan/logical/traverse.ts';
import { maxRows } from '#lib/plan/optimize/max-rows.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';

/** What Spark sends to every executor for a broadcast by default (10 MiB): whoever has that much is in no trouble. */
export const SMALL_BYTES = 10 * 2 ** 20;
/** Distinct values of one column or a pair are a list to go through; those of more are nearly the rows themselves. */
const FEW_COLUMNS = 2;
/** A row of a hundred bytes, that many times, is those 10 MiB. */
export const SMALL_ROWS = 100_000;

/** Nodes of a plan, parents first; cached plans are looked into only when asked. */
export function nodesOf(plan: LogicalPlan, inCaches = false): readonly LogicalPlan[] {
  const found: LogicalPlan[] = [];
  walkPlan(plan, (node) => {
    found.push(node);
    if (inCaches && node.kind === 'InMemoryRelation') found.push(...nodesOf(node.plan, true));
  });
  return found;
}

/** Whether all that the plan reads is known to be small. */
export function isSmall(plan: LogicalPlan): boolean {
  const rows = maxRows(plan);
  if (rows !== undefined && rows <= SMALL_ROWS) return true;
  let bytes = 0;
  for (const node of nodesOf(plan, true)) {
    if (childrenOf(node).length > 0 || node.kind === 'InMemoryRelation') continue;
    if (node.kind === 'Relation') bytes += node.bytes ?? Number.POSITIVE_INFINITY;
    else if (node.kind === 'RddRelation' && node.checkpointOf)
      bytes += isSmall(node.checkpointOf) ? 0 : Number.POSITIVE_INFINITY;
    else if (node.kind === 'LocalRelation') continue;
    else if (node.kind === 'Opaque') return false;
    else if ((maxRows(node) ?? ('rows' in node ? node.rows : undefined) ?? SMALL_ROWS + 1) > SMALL_ROWS)
      return false;
  }
  return bytes <= SMALL_BYTES;
}

/** Operators that keep each row where it is and whole: what is below them lies as what is above. */
const THROUGH: ReadonlySet<LogicalPlan['kind']> = new Set(['Project', 'Filter', 'SubqueryAlias', 'JoinHint']);

/** The first node from here down that does more than choose rows and columns. */
export function through(plan: LogicalPlan): LogicalPlan {
  let at = plan;
  while (THROUGH.has(at.kind)) at = childrenOf(at)[0]!;
  return at;
}

/** Why the rows that come out are few by what the program says, or undefined. */
export function boundedBy(plan: LogicalPlan): string | undefined {
  const at = throughOrder(plan);
  switch (at.kind) {
    case 'Aggregate':
      return 'an aggregate';
    case 'Distinct':
    case 'Deduplicate':
      if (outputOf(at).length > FEW_COLUMNS) break;
      return 'distinct values';
    case 'GlobalLimit':
    case 'Tail':
      return 'a limit';
  }
  return isSmall(plan) ? 'a source that is known to be small' : undefined;
}

function throughOrder(plan: LogicalPlan): LogicalPlan {
  let at = through(plan);
  while (at.kind === 'Sort' || at.kind === 'Window') at = through(at.child);
  return at;
}

/** The expression that an attribute stands for, looked up in the projections and aggregates below. */
export function definitionOf(attribute: Attribute, plan: LogicalPlan): Expression | undefined {
  for (const node of nodesOf(plan)) {
    if (node.kind !== 'Project' && node.kind !== 'Aggregate' && node.kind !== 'Window') continue;
    const named = node.list.find((each) => each.kind === 'alias' && each.id === attribute.id);
    if (named?.kind === 'alias') {
      const { child } = named;
      return child.kind === 'attribute' ? (definitionOf(child, plan) ?? child) : child;
    }
  }
  return undefined;
}

/** All expressions of a node that fit, subqueries left out. */
export function within<E extends Expression>(
  node: LogicalPlan,
  fits: (expression: Expression) => expression is E,
): readonly E[] {
  return expressionsOf(node).flatMap((expression) => collect(expression, fits));
}

/** Physical operators below that move no row: the first one that does, or that reads. */
export function below(plan: PhysicalPlan, passes: (plan: PhysicalPlan) => boolean): PhysicalPlan {
  let at = plan;
  while (passes(at) && 'child' in at) at = at.child;
  return at;
}

/** Operators that work on rows where they lie and cost little beside a shuffle. */
export function isLight(plan: PhysicalPlan): boolean {
  return (
    plan.kind === 'Project' ||
    plan.kind === 'Filter' ||
    plan.kind === 'Sort' ||
    (plan.kind === 'Aggregate' && plan.phase === 'partial')
  );
}

/** distinct(), or dropDuplicates() by all columns. */
export function isMadeDistinct(
  node: LogicalPlan,
): node is Extract<LogicalPlan, { kind: 'Distinct' | 'Deduplicate' }> {
  if (node.kind === 'Distinct') return true;
  return (
    node.kind === 'Deduplicate' && outputOf(node).every(({ id }) => node.keys.some((key) => key.id === id))
  );
}
