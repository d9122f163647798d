import type { Expression, NamedExpression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { Grouping } from './analyzer.ts';
import { aggregateList } from './build-project.ts';
import type { Column } from './column.ts';
import { expandGrouping, groupingSets } from './grouping-sets.ts';
import { scopeOver, withMissing } from './missing-columns.ts';
import { buildPivot } from './pivot.ts';
import { resolveColumns, withoutAliases } from './resolve-column.ts';
import type { Scope } from './scope.ts';
import { nameIt, resolveList } from './select-list.ts';
import type { Session } from './session.ts';
import { withTimeWindows } from './time-windows.ts';

/** `groupBy(…).agg(…)`: the keys come first in the output, then the aggregates. */
export function buildGrouped(
  plan: LogicalPlan,
  grouping: Grouping,
  aggregates: readonly Column[],
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const before = scopeOver(plan, session, at, around);
  const { child, replace } = withTimeWindows(plan, [...grouping.columns, ...aggregates], before);
  const scope = scopeOver(child, session, at, around);
  const keys = resolveColumns(grouping.columns.map(replace), scope).map((key) => nameIt(key, session));
  const input = withMissing(child, keys);
  if (grouping.pivot !== undefined) {
    return buildPivot(input, keys, grouping.pivot, aggregates, scope);
  }
  const items = resolveList(aggregates.map(replace), scope, new Set());
  const list = items.filter((item) => item.kind !== 'generator');
  return aggregateOf(withMissing(input, list), keys, [...keys, ...list], grouping, session, at);
}

/** An Aggregate by keys or by sets of keys. `list` may hold the keys themselves, under the names it gives them. */
export function aggregateOf(
  child: LogicalPlan,
  keys: readonly Expression[],
  list: readonly NamedExpression[],
  grouping: Pick<Grouping, 'mode' | 'sets'>,
  session: Session,
  at: number,
): LogicalPlan {
  const bare = keys.map(withoutAliases);
  if (grouping.mode === 'plain') return aggregateList(child, bare, list, session, at);
  const sets = groupingSets(bare.length, grouping.mode, grouping.sets);
  const expanded = expandGrouping(child, keys, sets, session, at);
  const rewritten = list.map((named) => expanded.rewrite(named));
  return aggregateList(expanded.plan, expanded.grouping, rewritten, session, at);
}
