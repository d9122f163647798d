import type { Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { Column } from './column.ts';
import { columnsBelow, hiddenColumns, onlyColumns, withMissing } from './missing-columns.ts';
import { aggregateBelow, aggregateInput, pushIntoAggregate } from './over-aggregate.ts';
import { resolveColumn, resolveOrder, withoutAliases } from './resolve-column.ts';
import { inputScope, type Scope } from './scope.ts';
import type { Session } from './session.ts';

/** Nodes that may read columns which a projection below them left out; those are gone again above them. */
function reachingScope(child: LogicalPlan, session: Session, at: number, around?: Scope): Scope {
  const aggregate = aggregateBelow(child);
  const first = [outputOf(child), hiddenColumns(child)];
  if (aggregate === undefined) {
    return { ...inputScope(session, at, [...first, ...columnsBelow(child)], around), inputs: [child] };
  }
  const input = aggregateInput(aggregate);
  return { ...inputScope(session, at, [...first, input], around), aggregateInput: input };
}

/** The child with all that the expressions need, and the expressions as they read it. */
function reached(
  child: LogicalPlan,
  expressions: readonly Expression[],
  session: Session,
): { readonly plan: LogicalPlan; readonly expressions: readonly Expression[] } {
  const aggregate = aggregateBelow(child);
  if (aggregate === undefined) return { plan: withMissing(child, expressions), expressions };
  return pushIntoAggregate(child, aggregate, expressions, session);
}

export function buildFilter(
  child: LogicalPlan,
  condition: Column,
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const scope = reachingScope(child, session, at, around);
  const resolved = withoutAliases(resolveColumn(condition, scope));
  const { plan, expressions } = reached(child, [resolved], session);
  const filter: LogicalPlan = { kind: 'Filter', condition: expressions[0] ?? resolved, child: plan, at };
  return onlyColumns(filter, outputOf(child));
}

export function buildSort(
  child: LogicalPlan,
  columns: readonly Column[],
  global: boolean,
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const scope = reachingScope(child, session, at, around);
  const orders = columns.map((column) => resolveOrder(ordinal(column, child), scope));
  const { plan, expressions } = reached(
    child,
    orders.map((order) => order.child),
    session,
  );
  const order = orders.map((each, i) => ({ ...each, child: expressions[i] ?? each.child }));
  return onlyColumns({ kind: 'Sort', order, global, child: plan, at }, outputOf(child));
}

export function buildRepartition(
  child: LogicalPlan,
  columns: readonly Column[],
  partitions: number | undefined,
  by: 'hash' | 'range' | 'rebalance',
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const scope = reachingScope(child, session, at, around);
  const keys = columns.map((column) =>
    by === 'range' || column.kind === 'ordered'
      ? resolveOrder(column, scope)
      : withoutAliases(resolveColumn(column, scope)),
  );
  const input = withMissing(child, keys);
  const node: LogicalPlan = { kind: 'RepartitionByExpression', keys, partitions, by, child: input, at };
  return onlyColumns(node, outputOf(child));
}

/** `ORDER BY 2`: the second column (SubstituteUnresolvedOrdinals). */
function ordinal(column: Column, child: LogicalPlan): Column {
  if (column.kind === 'ordered') return { ...column, child: ordinal(column.child, child) };
  if (column.kind !== 'value' || typeof column.value !== 'number' || column.type.kind !== 'int')
    return column;
  const attribute = outputOf(child)[column.value - 1];
  return attribute === undefined ? column : { kind: 'reference', attribute };
}
