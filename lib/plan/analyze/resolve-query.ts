import type { Attribute } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { buildSetOperation, buildUnion } from './build-set.ts';
import { buildRepartition, buildSort } from './filter-and-sort.ts';
import { renamedColumns, resolveTable } from './from.ts';
import type { Combined, Ordering, Query, With } from './query.ts';
import { renewAll } from './renew-ids.ts';
import { resolveSelect } from './resolve-select.ts';
import type { Scope } from './scope.ts';
import { resolveValues } from './values.ts';

/** Turns a SELECT statement into a plan. The scope's layers say nothing to it: only what is around a subquery does. */
export function resolveQuery(query: Query, scope: Scope): LogicalPlan {
  switch (query.kind) {
    case 'select':
      return resolveSelect(query, scope);
    case 'combined':
      return resolveCombined(query, scope);
    case 'values':
      return resolveValues(query.rows, scope);
    case 'table':
      return resolveTable(query.parts, scope);
    case 'plan':
      return query.plan;
    case 'with':
      return resolveWith(query, scope);
    case 'ordering':
      return resolveOrdering(query, scope);
  }
}

/** Each reference to a common table expression is a copy of its own (Spark's InlineCTE). */
function resolveWith(query: With, scope: Scope): LogicalPlan {
  const ctes = new Map(scope.ctes);
  for (const cte of query.ctes) {
    const inner = resolveQuery(cte.query, { ...scope, ctes: new Map(ctes) });
    const plan = cte.columnNames === undefined ? inner : renamedColumns(inner, cte.columnNames, scope);
    ctes.set(cte.name.toLowerCase(), () => renewAll(plan, scope.session));
  }
  return resolveQuery(query.body, { ...scope, ctes });
}

function resolveCombined(query: Combined, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const left = resolveQuery(query.left, scope);
  const right = resolveQuery(query.right, scope);
  if (query.operator !== 'union') {
    const kind = query.operator === 'intersect' ? 'Intersect' : 'Except';
    return buildSetOperation(kind, query.all, left, right, session, at);
  }
  const union = buildUnion(left, right, session, at);
  return query.all ? union : { kind: 'Distinct', child: union, at };
}

function resolveOrdering(query: Ordering, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  let plan = resolveQuery(query.input, scope);
  if (query.orderBy.length > 0) plan = buildSort(plan, orderByAll(query, plan), true, session, at, scope);
  const spread = query.clusterBy.length > 0 ? query.clusterBy : query.distributeBy;
  if (spread.length > 0) plan = buildRepartition(plan, spread, undefined, 'hash', session, at, scope);
  const sorted = query.clusterBy.length > 0 ? query.clusterBy : query.sortBy;
  if (sorted.length > 0) plan = buildSort(plan, sorted, false, session, at, scope);
  if (query.offset !== undefined) plan = { kind: 'Offset', offset: query.offset, child: plan, at };
  if (query.limit === undefined) return plan;
  const local: LogicalPlan = { kind: 'LocalLimit', limit: query.limit, child: plan, at };
  return { kind: 'GlobalLimit', limit: query.limit, child: local, at };
}

/** `ORDER BY ALL` sorts by every column. */
function orderByAll(query: Ordering, plan: LogicalPlan): Ordering['orderBy'] {
  const [only] = query.orderBy;
  const column = only?.kind === 'ordered' ? only.child : only;
  const names = (attribute: Attribute): boolean => attribute.name.toLowerCase() === 'all';
  const isAll =
    column?.kind === 'name' && column.parts.length === 1 && column.parts[0]?.toLowerCase() === 'all';
  if (!isAll || query.orderBy.length !== 1 || outputOf(plan).some(names)) return query.orderBy;
  return outputOf(plan).map((attribute) => {
    const child = { kind: 'reference', attribute } as const;
    return only?.kind === 'ordered' ? { ...only, child } : child;
  });
}
