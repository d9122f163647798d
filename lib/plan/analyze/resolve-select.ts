import type { Expression, NamedExpression } from '../expression/expression.ts';
import { alias, toAttribute } from '../expression/make.ts';
import { references, transformUp } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { aggregateOf } from './build-aggregate.ts';
import { buildCall } from './build-call.ts';
import { hasAggregate, projectItems, withLateralAliases } from './build-project.ts';
import type { Column } from './column.ts';
import { buildFilter } from './filter-and-sort.ts';
import { resolveFrom } from './from.ts';
import { generate } from './generators.ts';
import { joinHints, partitionHints } from './hints.ts';
import { onlyColumns, scopeOver, withMissing } from './missing-columns.ts';
import { isOpen } from './open-columns.ts';
import { aggregateBelow, pushIntoAggregate } from './over-aggregate.ts';
import type { GroupBy, LateralView, Select } from './query.ts';
import { resolveColumn, resolveColumns, withoutAliases } from './resolve-column.ts';
import { inputScope, type Scope } from './scope.ts';
import { type ListItem, resolveList } from './select-list.ts';
import { withTimeWindows } from './time-windows.ts';

/** SELECT … FROM … WHERE … GROUP BY … HAVING …, in the order in which its parts act. */
export function resolveSelect(select: Select, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  let plan = joinHints(resolveFrom(select.from, scope), select.hints, session);
  for (const view of select.lateralViews) plan = lateralView(plan, view, scope);
  if (select.where !== undefined) plan = buildFilter(plan, select.where, session, at, scope);
  plan = selected(plan, select, scope);
  if (select.qualify !== undefined) plan = qualified(plan, select.qualify, scope);
  if (select.distinct) plan = { kind: 'Distinct', child: plan, at };
  return partitionHints(plan, select.hints, scope);
}

function lateralView(child: LogicalPlan, view: LateralView, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const inner = scopeOver(child, session, at, scope);
  const resolved = resolveColumn(view.generator, inner);
  const call =
    resolved.kind === 'call' ? resolved : buildCall('explode', [withoutAliases(resolved)], session, at);
  if (call.kind !== 'call') return child;
  const node = generate(call, view.columnNames, child, session, at, view.outer);
  const qualifier = view.tableAlias === '' ? [] : [view.tableAlias];
  return { ...node, generatorOutput: node.generatorOutput.map((a) => ({ ...a, qualifier })) };
}

function selected(plan: LogicalPlan, given: Select, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const { child, select } = timeWindowsFirst(plan, given, scope);
  const inner = scopeOver(child, session, at, scope);
  const used = new Set<number>();
  const items = resolveList(select.columns, inner, used);
  const aggregates =
    select.groupBy !== undefined ||
    select.having !== undefined ||
    items.some((item) => item.kind !== 'generator' && hasAggregate(item));
  if (!aggregates) {
    const made = projectItems(child, items, used, session, at);
    const all = select.columns.some((column) => column.kind === 'star') && isOpen(child);
    return all && made.kind === 'Project' ? { ...made, open: true } : made;
  }
  const list = items.filter((item) => item.kind !== 'generator');
  const keys = select.groupBy === undefined ? [] : groupingKeys(select.groupBy, list, inner);
  const mode = select.groupBy?.mode ?? 'plain';
  const grouping = {
    mode: mode === 'all' ? ('plain' as const) : mode,
    ...(select.groupBy?.sets === undefined ? {} : { sets: select.groupBy.sets }),
  };
  const input = withMissing(child, [...keys, ...list]);
  const aggregated = (below: readonly NamedExpression[]): LogicalPlan => {
    const plan = aggregateOf(input, keys, below, grouping, session, at);
    return select.having === undefined ? plan : havingOver(plan, select.having, scope);
  };
  return used.size === 0 ? aggregated(list) : withLateral(list, used, aggregated, scope);
}

/** Time windows among the keys or the columns become columns of the input, which all parts of the SELECT may name. */
function timeWindowsFirst(
  plan: LogicalPlan,
  select: Select,
  scope: Scope,
): { readonly child: LogicalPlan; readonly select: Select } {
  const inner = scopeOver(plan, scope.session, scope.at, scope);
  const all = [...select.columns, ...(select.groupBy?.columns ?? [])];
  const { child, replace } = withTimeWindows(plan, all, inner);
  if (child === plan) return { child, select };
  const { groupBy } = select;
  return {
    child,
    select: {
      ...select,
      columns: select.columns.map(replace),
      groupBy: groupBy === undefined ? undefined : { ...groupBy, columns: groupBy.columns.map(replace) },
    },
  };
}

/** HAVING acts on the aggregation itself, below windows over its results. */
function havingOver(plan: LogicalPlan, having: Column, scope: Scope): LogicalPlan {
  if (aggregateBelow(plan) !== undefined || plan.kind !== 'Project') {
    return buildFilter(plan, having, scope.session, scope.at, scope);
  }
  return { ...plan, child: belowWindows(plan.child, having, scope) };
}

function belowWindows(plan: LogicalPlan, having: Column, scope: Scope): LogicalPlan {
  if (plan.kind === 'Window' || plan.kind === 'Project') {
    return { ...plan, child: belowWindows(plan.child, having, scope) };
  }
  return buildFilter(plan, having, scope.session, scope.at, scope);
}

/** Keys by position, by an alias of the select list, or as expressions over the input. */
function groupingKeys(
  groupBy: GroupBy,
  list: readonly NamedExpression[],
  scope: Scope,
): readonly Expression[] {
  if (groupBy.mode === 'all') return groupByAll(list);
  const used = new Set<number>();
  const withAliases: Scope = { ...scope, lateral: { earlier: list, used } };
  return groupBy.columns.flatMap((column) => {
    if (column.kind === 'value' && typeof column.value === 'number' && column.type.kind === 'int') {
      const item = list[column.value - 1];
      if (item !== undefined) return [withoutAliases(item)];
    }
    return resolveColumns([column], withAliases).map((key) => unaliased(withoutAliases(key), list, used));
  });
}

/** An alias of the select list stands for its expression. */
function unaliased(key: Expression, list: readonly NamedExpression[], used: ReadonlySet<number>): Expression {
  if (used.size === 0) return key;
  return transformUp(key, (each) => {
    if (each.kind !== 'attribute' || !used.has(each.id)) return each;
    const named = list.find((item) => item.id === each.id);
    return named?.kind === 'alias' ? named.child : each;
  });
}

/** GROUP BY ALL: everything selected that does not aggregate. */
function groupByAll(list: readonly NamedExpression[]): readonly Expression[] {
  return list.filter((named) => !hasAggregate(named)).map(withoutAliases);
}

/** Columns of an aggregation that use the aliases of others are computed above it. */
function withLateral(
  list: readonly NamedExpression[],
  used: ReadonlySet<number>,
  aggregated: (list: readonly NamedExpression[]) => LogicalPlan,
  scope: Scope,
): LogicalPlan {
  const { session, at } = scope;
  const isLater = (named: NamedExpression): boolean => [...references(named)].some((id) => used.has(id));
  const plan = aggregated(list.filter((named) => !isLater(named)));
  const aggregate = aggregateBelow(plan);
  const later = list.filter(isLater);
  const pushed =
    aggregate === undefined
      ? { plan, expressions: later }
      : pushIntoAggregate(plan, aggregate, later, session);
  const all = list.map((named) => {
    const position = later.indexOf(named);
    return position < 0 ? toAttribute(named) : (pushed.expressions[position] as NamedExpression);
  });
  const layered = withLateralAliases(pushed.plan, all, new Set(later.map((named) => named.id)), at);
  return { kind: 'Project', list: layered.list, child: layered.child, at };
}

/** QUALIFY filters by window functions: they are computed beside the columns, and dropped after the filter. */
function qualified(plan: LogicalPlan, condition: Column, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const output = outputOf(plan);
  const below = plan.kind === 'Project' ? [outputOf(plan.child)] : [];
  const inner = inputScope(session, at, [output, ...below], scope);
  const resolved = withoutAliases(resolveColumn(condition, inner));
  const input = withMissing(plan, [resolved]);
  const item: ListItem = alias(resolved, '_qualify', session.nextId());
  const computed = projectItems(input, [...outputOf(input), item], new Set(), session, at);
  const filter: LogicalPlan = { kind: 'Filter', condition: toAttribute(item), child: computed, at };
  return onlyColumns(filter, output);
}
