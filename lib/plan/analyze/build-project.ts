import type { Expression, NamedExpression } from '../expression/expression.ts';
import { isAggregate, toAttribute } from '../expression/make.ts';
import { mapOperands, operandsOf, references } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { Column } from './column.ts';
import { generate } from './generators.ts';
import { scopeOver, withMissing } from './missing-columns.ts';
import { isOpen } from './open-columns.ts';
import type { Scope } from './scope.ts';
import { type ListItem, resolveList } from './select-list.ts';
import type { Session } from './session.ts';
import { withTimeWindows } from './time-windows.ts';
import { extractWindows, hasWindow } from './window-extraction.ts';

/** A select: a Project, with whatever its list makes necessary below it. */
export function buildProject(
  plan: LogicalPlan,
  columns: readonly Column[],
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const before = scopeOver(plan, session, at, around);
  const { child, replace } = withTimeWindows(plan, columns, before);
  const scope = scopeOver(child, session, at, around);
  const used = new Set<number>();
  const items = resolveList(columns.map(replace), scope, used);
  const made = projectItems(child, items, used, session, at);
  const all = columns.some((column) => column.kind === 'star') && isOpen(child);
  return all && made.kind === 'Project' ? { ...made, open: true } : made;
}

export function projectItems(
  child: LogicalPlan,
  items: readonly ListItem[],
  used: ReadonlySet<number>,
  session: Session,
  at: number,
): LogicalPlan {
  const { plan, list } = withGenerators(child, items, session, at);
  const input = withMissing(plan, list);
  if (list.some(hasAggregate)) return aggregateList(input, [], list, session, at);
  const layered = withLateralAliases(input, list, used, at);
  return projectList(layered.child, layered.list, session, at);
}

/** A Project of resolved columns, windows taken out of it. */
function projectList(
  child: LogicalPlan,
  list: readonly NamedExpression[],
  session: Session,
  at: number,
): LogicalPlan {
  if (!list.some(hasWindow)) return { kind: 'Project', list, child, at };
  return extractWindows(list, (below) => ({ kind: 'Project', list: below, child, at }), session, at);
}

/** An Aggregate of resolved columns, windows over its results put above it, the HAVING condition between them. */
export function aggregateList(
  child: LogicalPlan,
  grouping: readonly Expression[],
  list: readonly NamedExpression[],
  session: Session,
  at: number,
): LogicalPlan {
  const aggregate = (below: readonly NamedExpression[]): LogicalPlan => ({
    kind: 'Aggregate',
    grouping,
    list: below,
    child,
    at,
  });
  return list.some(hasWindow) ? extractWindows(list, aggregate, session, at) : aggregate(list);
}

/** Whether it aggregates rows; an aggregate function over a window does not. */
export function hasAggregate(expression: Expression): boolean {
  if (expression.kind === 'window') {
    const inside = [...operandsOf(expression.fn), ...expression.partitionBy, ...expression.orderBy];
    return inside.some(hasAggregate);
  }
  return isAggregate(expression) || operandsOf(expression).some(hasAggregate);
}

interface Listed {
  readonly plan: LogicalPlan;
  readonly list: readonly NamedExpression[];
}

/** Generators become nodes below, their columns take their place in the list (ExtractGenerator). */
function withGenerators(
  child: LogicalPlan,
  items: readonly ListItem[],
  session: Session,
  at: number,
): Listed {
  let plan = child;
  const inside = (expression: Expression): Expression => {
    if (expression.kind !== 'call' || expression.role !== 'generator') return mapOperands(expression, inside);
    const node = generate(expression, [], withMissing(plan, [expression]), session, at);
    plan = node;
    return node.generatorOutput[0] ?? expression;
  };
  const list = items.flatMap((item): readonly NamedExpression[] => {
    if (item.kind === 'attribute') return [item];
    if (item.kind !== 'generator') return [inside(item) as NamedExpression];
    const node = generate(item.call, item.names, withMissing(plan, [item.call]), session, at);
    plan = node;
    return node.generatorOutput;
  });
  return { plan, list };
}

/**
 * Aliases that later columns of the same list use are computed in Projects below, one for each step of such a chain
 * (ResolveLateralColumnAliasReference).
 */
export function withLateralAliases(
  child: LogicalPlan,
  list: readonly NamedExpression[],
  used: ReadonlySet<number>,
  at: number,
): { readonly child: LogicalPlan; readonly list: readonly NamedExpression[] } {
  if (used.size === 0) return { child, list };
  const depth = new Map<number, number>();
  for (const named of list) {
    const from = [...references(named)].map((id) => (used.has(id) ? (depth.get(id) ?? 0) + 1 : 0));
    depth.set(named.id, Math.max(0, ...from));
  }
  let plan = child;
  const computed = new Set<number>();
  const deepest = Math.max(0, ...[...depth.values()]);
  for (let step = 0; step < deepest; step += 1) {
    const now = list.filter((named) => used.has(named.id) && depth.get(named.id) === step);
    plan = { kind: 'Project', list: [...outputOf(plan), ...now], child: plan, at };
    for (const named of now) computed.add(named.id);
  }
  return { child: plan, list: list.map((named) => (computed.has(named.id) ? toAttribute(named) : named)) };
}
