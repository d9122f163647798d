import type { Attribute } from '../expression/expression.ts';
import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf } from '../logical/traverse.ts';
import { defaultSize } from '../types/data-type.ts';
import { isUniqueBy } from './distinct-keys.ts';
import { extractEquiJoinKeys } from './equi-join-keys.ts';

/** spark.sql.defaultSizeInBytes: what Spark takes for a source that it knows nothing of, too much for any broadcast. */
const UNKNOWN_SIZE = 2 ** 63 - 1;

/**
 * Files whose size nobody told, a guess of ours: small enough for Spark's default threshold, because the side that is
 * joined to a table is mostly a small one, and too large for a threshold that somebody has lowered to keep joins sorted.
 * What rests on it is said in `depends`.
 */
export const ASSUMED_FILE_BYTES = 64 * 1024;

interface Statistics {
  readonly bytes: number;
  readonly rows?: number;
}

const STATISTICS = new WeakMap<LogicalPlan, Statistics>();

/**
 * The size that Spark takes for a plan's result without cost-based optimization: file sizes scaled by the width of rows;
 * filters shrink nothing, joins multiply. Source: SizeInBytesOnlyStatsPlanVisitor.
 */
export function sizeInBytes(plan: LogicalPlan): number {
  return statistics(plan).bytes;
}

function statistics(plan: LogicalPlan): Statistics {
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
      return { bytes: plan.bytes ?? plan.assumedBytes ?? ASSUMED_FILE_BYTES };
    case 'Range': {
      const rows = Math.max(0, Math.ceil((plan.end - plan.start) / plan.step));
      return { bytes: 8 * rows, rows };
    }
    case 'LocalRelation':
      return plan.rows === undefined
        ? { bytes: bytesPerRow(plan.output) }
        : { bytes: bytesPerRow(plan.output) * plan.rows };
    case 'EmptyRelation':
      return { bytes: 0, rows: 0 };
    case 'OneRowRelation':
      return { bytes: 1 };
    case 'RddRelation':
      return plan.checkpointOf ? statistics(plan.checkpointOf) : { bytes: UNKNOWN_SIZE };
    case 'InMemoryRelation':
      return statistics(plan.plan);
    case 'Aggregate':
      return plan.grouping.length === 0 ? rowsOf(plan, 1) : scaled(plan, plan.child);
    case 'GlobalLimit':
    case 'Tail':
      return rowsOf(
        plan,
        Math.min(
          plan.limit ?? Number.POSITIVE_INFINITY,
          statistics(plan.child).rows ?? Number.POSITIVE_INFINITY,
        ),
      );
    case 'Offset':
      return rowsOf(plan, Math.max(0, (statistics(plan.child).rows ?? 0) - (plan.offset ?? 0)));
    case 'LocalLimit':
      return plan.limit === 0 ? { bytes: 1, rows: 0 } : statistics(plan.child);
    case 'Sort':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Generate':
    case 'SubqueryAlias':
    case 'JoinHint':
      return statistics(plan.child);
    case 'Sample':
      return { bytes: Math.max(1, Math.ceil(statistics(plan.child).bytes * (plan.fraction ?? 1))) };
    case 'Expand':
      return { bytes: scaled(plan, plan.child).bytes * plan.projections.length };
    case 'Union':
      return { bytes: plan.children.reduce((sum, child) => sum + statistics(child).bytes, 0) };
    case 'Join':
      return ofJoin(plan);
    case 'Intersect':
      return { bytes: Math.min(statistics(plan.left).bytes, statistics(plan.right).bytes) };
    case 'Except':
      return statistics(plan.left);
    case 'PythonCogroupMap':
    case 'Opaque':
      return childrenOf(plan).length === 0 ? { bytes: UNKNOWN_SIZE } : product(plan);
    default:
      return scaled(plan, plan.child);
  }
}

function rowsOf(plan: LogicalPlan, rows: number): Statistics {
  if (!Number.isFinite(rows)) return { bytes: UNKNOWN_SIZE };
  return { bytes: rows === 0 ? 1 : bytesPerRow(outputOf(plan)) * rows, rows };
}

/** As many rows as the child may have, as wide as the output. */
function scaled(plan: LogicalPlan, child: LogicalPlan): Statistics {
  const size = (statistics(child).bytes * bytesPerRow(outputOf(plan))) / bytesPerRow(outputOf(child));
  return { bytes: Math.max(1, size < Number.MAX_SAFE_INTEGER ? Math.floor(size) : size) };
}

function product(plan: LogicalPlan): Statistics {
  return { bytes: childrenOf(plan).reduce((size, child) => size * Math.max(1, statistics(child).bytes), 1) };
}

function ofJoin(join: Join): Statistics {
  if (['LeftSemi', 'LeftAnti', 'ExistenceJoin'].includes(join.joinType)) return statistics(join.left);
  const keys = extractEquiJoinKeys(join);
  // One side unique by the keys: the join has no more rows than the other side (SPARK-39851).
  if (keys && (isUniqueBy(join.left, keys.left) || isUniqueBy(join.right, keys.right))) {
    const sizes = [statistics(join.left).bytes, statistics(join.right).bytes].filter((size) => size > 1);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }
  return product(join);
}
