import type { Attribute } from '../expression/expression.ts';
import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf } from '../logical/traverse.ts';
import { defaultSize } from '../types/data-type.ts';
import { isUniqueBy } from './distinct-keys.ts';
import { extractEquiJoinKeys } from './equi-join-keys.ts';

/** spark.sql.defaultSizeInBytes: what Spark takes for a source that it knows nothing of, too much for any broadcast. */
const UNKNOWN_SIZE = 2n ** 63n - 1n;

/**
 * Files whose size nobody told, a guess of ours: small enough for Spark's default threshold, because the side that is
 * joined to a table is mostly a small one, and too large for a threshold that somebody has lowered to keep joins sorted.
 * What rests on it is said in `depends`.
 */
export const ASSUMED_FILE_BYTES = 64 * 1024;

/** Whole numbers of any size: joins multiply what may be 2^63 - 1 each. */
export interface Statistics {
  readonly bytes: bigint;
  readonly rows?: bigint;
}

const STATISTICS = new WeakMap<LogicalPlan, Statistics>();

/**
 * The size that Spark takes for a plan's result without cost-based optimization: file sizes scaled by the width of rows;
 * filters shrink nothing, joins multiply. Source: SizeInBytesOnlyStatsPlanVisitor.
 */
export function sizeInBytes(plan: LogicalPlan): number {
  return Number(statistics(plan).bytes);
}

/** Statistics of a leaf that something else knows: a cache that is loaded, a plan that somebody describes. */
export function rememberStatistics(leaf: LogicalPlan, known: Statistics): void {
  STATISTICS.set(leaf, known);
}

/** The same with the number of rows, where Spark keeps one. */
export function statistics(plan: LogicalPlan): Statistics {
  const known = STATISTICS.get(plan);
  if (known) return known;
  const computed = compute(plan);
  STATISTICS.set(plan, computed);
  return computed;
}

/** EstimationUtils.getSizePerRow: eight bytes for the row itself. */
export function bytesPerRow(output: readonly Attribute[]): number {
  return output.reduce((sum, attribute) => sum + defaultSize(attribute.type), 8);
}

function compute(plan: LogicalPlan): Statistics {
  switch (plan.kind) {
    case 'Relation':
      return { bytes: whole(plan.bytes ?? plan.assumedBytes ?? ASSUMED_FILE_BYTES) };
    case 'Range': {
      const rows = whole(Math.max(0, Math.ceil((plan.end - plan.start) / plan.step)));
      return { bytes: 8n * rows, rows };
    }
    case 'LocalRelation':
      return plan.rows === undefined
        ? { bytes: rowBytes(plan) }
        : { bytes: rowBytes(plan) * whole(plan.rows), rows: whole(plan.rows) };
    case 'EmptyRelation':
      return { bytes: 0n, rows: 0n };
    case 'OneRowRelation':
      return { bytes: 1n };
    case 'RddRelation':
      return plan.checkpointOf ? statistics(plan.checkpointOf) : { bytes: UNKNOWN_SIZE };
    case 'InMemoryRelation':
      return { bytes: statistics(plan.plan).bytes };
    case 'Aggregate':
      return plan.grouping.length === 0 ? ofRows(plan, 1n) : scaled(plan, plan.child);
    case 'GlobalLimit':
    case 'Tail':
      return ofRows(plan, least(plan.limit, statistics(plan.child).rows));
    case 'Offset': {
      const rows = (statistics(plan.child).rows ?? 0n) - whole(plan.offset ?? 0);
      return ofRows(plan, rows > 0n ? rows : 0n);
    }
    case 'LocalLimit':
      return plan.limit === 0 ? { bytes: 1n, rows: 0n } : statistics(plan.child);
    case 'Sort':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
    case 'JoinHint':
      return statistics(plan.child);
    case 'Sample':
      return sampled(statistics(plan.child), plan.fraction ?? 1);
    case 'Expand':
      return { bytes: scaled(plan, plan.child).bytes * BigInt(plan.projections.length) };
    case 'Union':
      return { bytes: plan.children.reduce((sum, child) => sum + statistics(child).bytes, 0n) };
    case 'Join':
      return ofJoin(plan);
    case 'Intersect':
      return { bytes: smaller(statistics(plan.left).bytes, statistics(plan.right).bytes) };
    case 'Except':
      return statistics(plan.left);
    case 'Generate':
    case 'PythonCogroupMap':
    case 'Opaque':
      return childrenOf(plan).length === 0 ? { bytes: UNKNOWN_SIZE } : product(plan);
    default:
      return scaled(plan, plan.child);
  }
}

/** What runs have measured is a guess of ours and need not be whole. */
function whole(value: number): bigint {
  return Number.isFinite(value) ? BigInt(Math.floor(value)) : UNKNOWN_SIZE;
}

function rowBytes(plan: LogicalPlan): bigint {
  return BigInt(bytesPerRow(outputOf(plan)));
}

function least(limit: number | undefined, rows: bigint | undefined): bigint | undefined {
  if (limit === undefined || rows === undefined) return rows ?? (limit === undefined ? limit : whole(limit));
  return smaller(whole(limit), rows);
}

function smaller(left: bigint, right: bigint): bigint {
  if (left < right) return left;
  return right;
}

/** EstimationUtils.getOutputSize: never zero, or everything joined with it would be. */
function ofRows(plan: LogicalPlan, rows: bigint | undefined): Statistics {
  if (rows === undefined) return { bytes: UNKNOWN_SIZE };
  return { bytes: rows === 0n ? 1n : rowBytes(plan) * rows, rows };
}

/** As many rows as the child may have, as wide as the output. */
function scaled(plan: LogicalPlan, child: LogicalPlan): Statistics {
  const bytes = (statistics(child).bytes * rowBytes(plan)) / rowBytes(child);
  return { bytes: bytes === 0n ? 1n : bytes };
}

function sampled({ bytes, rows }: Statistics, fraction: number): Statistics {
  const kept = { bytes: ceilShare(bytes, fraction) || 1n };
  return rows === undefined ? kept : { ...kept, rows: ceilShare(rows, fraction) };
}

/** The fraction as it is written in decimals (BigDecimal). */
function ceilShare(value: bigint, fraction: number): bigint {
  const [digits, exponent] = fraction.toExponential().split('e') as [string, string];
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent);
  const numerator = value * BigInt(digits.replace('.', '')) * 10n ** BigInt(Math.max(0, -decimals));
  const denominator = 10n ** BigInt(Math.max(0, decimals));
  return (numerator + denominator - 1n) / denominator;
}

function product(plan: LogicalPlan): Statistics {
  const sizes = childrenOf(plan).map((child) => statistics(child).bytes);
  return { bytes: sizes.filter((size) => size > 0n).reduce((size, each) => size * each, 1n) };
}

function ofJoin(join: Join): Statistics {
  const { joinType, left, right } = join;
  if (joinType === 'LeftSemi' || joinType === 'LeftAnti') return statistics(left);
  if (joinType === 'Cross' || joinType === 'ExistenceJoin') return product(join);
  const keys = extractEquiJoinKeys(join);
  // One side unique by the keys: the join has no more rows than the other side (SPARK-39851).
  if (keys && (isUniqueBy(left, keys.left) || isUniqueBy(right, keys.right))) {
    const sizes = [statistics(left).bytes, statistics(right).bytes].filter((size) => size > 1n);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0n) };
  }
  return product(join);
}
