import type { Expression } from '../expression/expression.ts';
import { conjuncts } from '../expression/make.ts';
import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { childrenOf, walkPlan } from '../logical/traverse.ts';
import { extractEquiJoinKeys } from '../optimize/equi-join-keys.ts';
import { isFoldable } from '../optimize/fold.ts';
import { maxRows } from '../optimize/max-rows.ts';
import type { Catalog } from '../settings.ts';
import { knownDistinct } from './known-distinct.ts';

const SHOWN = new WeakMap<LogicalPlan, number>();

/** Rows of a leaf that stands for a stage that has run. */
export function rememberRows(leaf: LogicalPlan, rows: number): void {
  SHOWN.set(leaf, rows);
}

/** How many rows a plan likely gives: a guess from the catalog's row counts, for what depends on the data. */
export function estimatedRows(plan: LogicalPlan, catalog: Catalog): number {
  const rows = SHOWN.get(plan) ?? guess(plan, catalog);
  const most = maxRows(plan);
  return most === undefined ? rows : Math.min(rows, most);
}

const UNKNOWN_ROWS = 1_000_000;

function guess(plan: LogicalPlan, catalog: Catalog): number {
  switch (plan.kind) {
    case 'Relation':
      return plan.source
        .split(',')
        .reduce((sum, path) => sum + (sourceRows(path, catalog) ?? UNKNOWN_ROWS), 0);
    case 'Range':
      return Math.max(0, Math.ceil((plan.end - plan.start) / plan.step));
    case 'LocalRelation':
    case 'RddRelation':
      if (plan.kind === 'RddRelation' && plan.checkpointOf) return estimatedRows(plan.checkpointOf, catalog);
      return plan.rows ?? 100;
    case 'OneRowRelation':
      return 1;
    case 'EmptyRelation':
      return 0;
    case 'InMemoryRelation':
      return estimatedRows(plan.plan, catalog);
    case 'Filter':
      return estimatedRows(plan.child, catalog) * selectivity(plan.condition);
    case 'Aggregate':
      return groups(plan.grouping, plan.child, catalog);
    case 'Distinct':
      return estimatedRows(plan.child, catalog);
    case 'Deduplicate':
      return groups(plan.keys, plan.child, catalog);
    case 'LocalLimit':
      return estimatedRows(plan.child, catalog);
    case 'GlobalLimit':
    case 'Tail':
      return Math.min(plan.limit ?? Number.POSITIVE_INFINITY, estimatedRows(plan.child, catalog));
    case 'Union':
      return plan.children.reduce((sum, child) => sum + estimatedRows(child, catalog), 0);
    case 'Join':
      return joinedRows(plan, catalog);
    case 'Generate':
      return estimatedRows(plan.child, catalog) * 3;
    case 'Expand':
      return estimatedRows(plan.child, catalog) * plan.projections.length;
    case 'Sample':
      return estimatedRows(plan.child, catalog) * (plan.fraction ?? 1);
    case 'PythonGroupMap':
      return estimatedRows(plan.child, catalog);
    default:
      return childrenOf(plan).reduce((most, child) => Math.max(most, estimatedRows(child, catalog)), 0);
  }
}

function sourceRows(path: string, catalog: Catalog): number | undefined {
  const clean = path.trim().replace(/\/+$/, '');
  return catalog[path]?.rows ?? catalog[clean]?.rows;
}

/** Days that the dates of a table usually span. */
const SPAN = 2500;

/** Days between a date and one computed from it, which is mostly a month to a year later. */
const SEASON = 120;

/** A bound that is a constant which only Spark computes. */
const COMPUTED = Number.POSITIVE_INFINITY;

/** Shares of the rows that conditions usually leave. */
function selectivity(condition: Expression): number {
  const conditions = conjuncts(condition);
  const spans = conditions.map(datesOf).filter((each) => each !== undefined);
  const columns = new Set(spans.map((each) => each.column));
  let share = 1;
  for (const column of columns) {
    const bounds = spans.filter((each) => each.column === column).map((each) => each.day);
    const days =
      bounds.length < 2
        ? SPAN / 2
        : bounds.includes(COMPUTED)
          ? SEASON
          : Math.max(...bounds) - Math.min(...bounds);
    share *= Math.min(1, Math.max(days, 1) / SPAN);
  }
  return conditions.reduce((product, each) => product * shareOf(each), share);
}

function shareOf(condition: Expression): number {
  if (condition.kind !== 'call' || datesOf(condition)) return condition.kind === 'call' ? 1 : 0.5;
  if (condition.fn === 'isnotnull') return 1;
  // Ids and amounts below zero are asked for to find nothing.
  if (condition.fn === '=' && condition.args.some(isNegative)) return 0;
  if (condition.fn === '=' || condition.fn === '<=>' || condition.fn === 'isnull') return 0.15;
  return 0.5;
}

function isNegative(expression: Expression): boolean {
  if (expression.kind === 'cast') return isNegative(expression.child);
  if (expression.kind === 'call') return expression.fn === 'negative';
  return expression.kind === 'literal' && typeof expression.value === 'number' && expression.value < 0;
}

/** A comparison of a column with a date, as the day since 1970. */
function datesOf(condition: Expression): { readonly column: number; readonly day: number } | undefined {
  if (condition.kind !== 'call' || !['<', '<=', '>', '>='].includes(condition.fn)) return undefined;
  const sides = condition.args.map((arg) => (arg.kind === 'cast' ? arg.child : arg));
  const column = sides.find((side) => side.kind === 'attribute');
  const value = sides.find((side) => side.kind === 'literal');
  const computed = value === undefined && column?.kind === 'attribute' && condition.args.some(isFoldable);
  if (computed) return { column: column.id, day: COMPUTED };
  if (column?.kind !== 'attribute' || value?.kind !== 'literal' || typeof value.value !== 'string')
    return undefined;
  const time = Date.parse(value.value);
  return Number.isNaN(time) ? undefined : { column: column.id, day: time / 86_400_000 };
}

/** Distinct values of keys: ids have many, names of kinds few. */
function groups(keys: readonly Expression[], child: LogicalPlan, catalog: Catalog): number {
  if (keys.length === 0) return 1;
  const rows = estimatedRows(child, catalog);
  const distinct = keys.reduce(
    (product, key) => product * (knownDistinct(key, child) ?? distinctValues(key, rows, catalog)),
    1,
  );
  return Math.max(Math.min(rows, distinct), rows > 0 ? 1 : 0);
}

function distinctValues(key: Expression, rows: number, catalog: Catalog): number {
  if (key.kind !== 'attribute' || key.name === '_groupingexpression') return 6;
  if (key.name === 'gid' || key.name.startsWith('spark_grouping_id')) return 3;
  const known = rowsOfKey(key.name, catalog);
  if (known !== undefined) return Math.min(rows, known);
  if (/(^|_)(id|key|sk|code|uuid|sku)$|id$/i.test(key.name)) return Math.max(10, rows / 8);
  switch (key.type.kind) {
    case 'boolean':
      return 2;
    case 'date':
      return 60;
    case 'timestamp':
    case 'double':
    case 'decimal':
    case 'bigint':
      return Math.max(10, rows / 10);
    default:
      return 5;
  }
}

/** Rows of the smallest source that has a column of this name first, its primary key as a rule, or is called after it. */
function rowsOfKey(name: string, catalog: Catalog): number | undefined {
  const last = name.toLowerCase().split('_').at(-1)!;
  const rows = Object.entries(catalog).flatMap(([path, source]) =>
    (source.columns[0]?.name.toLowerCase() === name.toLowerCase() ||
      path.toLowerCase().endsWith(`/${last}s`)) &&
    source.rows !== undefined
      ? [source.rows]
      : [],
  );
  return rows.length > 0 ? Math.min(...rows) : undefined;
}

function joinedRows(join: Join, catalog: Catalog): number {
  const left = estimatedRows(join.left, catalog);
  const right = estimatedRows(join.right, catalog);
  switch (join.joinType) {
    case 'LeftSemi':
    case 'LeftAnti':
      return left / 2;
    case 'ExistenceJoin':
    case 'LeftOuter':
      return left;
    case 'RightOuter':
      return right;
    case 'FullOuter':
      return left + right;
    default:
      return innerRows(join, left, right, catalog);
  }
}

/** By key: each row meets the one row of the side whose first column is the key; without keys every row every other. */
function innerRows(join: Join, left: number, right: number, catalog: Catalog): number {
  const keys = extractEquiJoinKeys(join);
  if (keys === undefined) return join.condition === undefined ? left * right : (left * right) / 3;
  const leftShare = shareOfKeys(join.left, keys.left, left, catalog);
  const rightShare = shareOfKeys(join.right, keys.right, right, catalog);
  if (rightShare !== undefined && (leftShare === undefined || left >= right)) return left * rightShare;
  if (leftShare !== undefined) return right * leftShare;
  return Math.max(left, right);
}

/** How much of a source is left, if one of the keys is its first column, and so likely its primary key. */
function shareOfKeys(
  side: LogicalPlan,
  keys: readonly Expression[],
  rows: number,
  catalog: Catalog,
): number | undefined {
  const ids = new Set(keys.flatMap((key) => (key.kind === 'attribute' ? [key.id] : [])));
  let share: number | undefined;
  walkPlan(side, (node) => {
    if (node.kind !== 'Relation' || !ids.has(node.output[0]?.id ?? -1)) return;
    const all = estimatedRows(node, catalog);
    share = all > 0 ? Math.min(1, rows / all) : 1;
  });
  return share;
}
