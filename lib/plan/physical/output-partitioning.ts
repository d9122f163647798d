import { flag, isAtLeast } from '../conf.ts';
import { canonicalKey } from '../expression/canonical.ts';
import type { Expression, NamedExpression } from '../expression/expression.ts';
import { conjuncts } from '../expression/make.ts';
import { transformUp } from '../expression/traverse.ts';
import type { PlanSettings } from '../settings.ts';
import { projectPartitioning } from './alias-aware.ts';
import { type Partitioning, partitionsOf, SINGLE, UNKNOWN } from './partitioning.ts';
import type { CrossExec, InMemoryTableScan, JoinExec, PhysicalPlan, UnionExec } from './physical-plan.ts';

/** What each operator promises about where its rows lie (Spark: SparkPlan.outputPartitioning). */
export function outputPartitioning(plan: PhysicalPlan, settings: PlanSettings): Partitioning {
  switch (plan.kind) {
    case 'FileScan':
      return bucketed(plan.relation.buckets, plan.output) ?? UNKNOWN;
    case 'LeafScan':
      return plan.partitioning;
    case 'InMemoryTableScan':
      return cachedPartitioning(plan, settings);
    case 'Project':
    case 'Aggregate':
      return projectPartitioning(outputPartitioning(plan.child, settings), plan.list);
    case 'Rows':
      return plan.keepsPartitioning ? outputPartitioning(plan.child, settings) : UNKNOWN;
    case 'Filter':
    case 'Window':
    case 'WindowGroupLimit':
    case 'Sort':
      return outputPartitioning(plan.child, settings);
    case 'Limit':
      return plan.operator === 'CollectLimit' || plan.operator === 'CollectTail'
        ? SINGLE
        : outputPartitioning(plan.child, settings);
    case 'TakeOrderedAndProject':
      return SINGLE;
    case 'Coalesce':
      return plan.partitions === 1 ? SINGLE : { kind: 'unknown', partitions: plan.partitions };
    case 'Join':
      return joinPartitioning(plan, settings);
    case 'Cross':
      return crossPartitioning(plan, settings);
    case 'Cogroup':
      return outputPartitioning(plan.left, settings);
    case 'Union':
      return unionPartitioning(plan, settings);
    case 'Write':
      return UNKNOWN;
    case 'ShuffleExchange':
      return plan.partitioning;
    case 'BroadcastExchange':
      return { kind: 'broadcast' };
    case 'ReusedExchange':
      return renamed(outputPartitioning(plan.exchange, settings), plan.exchange.output, plan.output);
    case 'QueryStage':
      return renamed(stagePartitioning(plan.plan, settings), plan.plan.output, plan.output);
  }
}

/** A coalesced read of a hash shuffle still lies by its keys, over partitions that only it has. */
function stagePartitioning(plan: PhysicalPlan, settings: PlanSettings): Partitioning {
  return outputPartitioning(plan, settings);
}

/** FileSourceScanExec: the files of a bucketed table lie by hash, when all bucket columns are read. */
function bucketed(
  buckets: { readonly columns: readonly string[]; readonly count: number } | undefined,
  output: readonly { readonly name: string }[],
): Partitioning | undefined {
  if (buckets === undefined) return undefined;
  const keys = buckets.columns.map((column) => output.find((attribute) => attribute.name === column));
  if (keys.some((key) => key === undefined)) return undefined;
  return { kind: 'hash', keys: keys as Expression[], partitions: buckets.count };
}

/** InMemoryTableScanExec: the cached plan's, by the names that the scan gives its columns. */
function cachedPartitioning(scan: InMemoryTableScan, settings: PlanSettings): Partitioning {
  if (scan.adaptive) return UNKNOWN;
  return renamed(outputPartitioning(scan.cached, settings), scan.cached.output, scan.relation.output);
}

function renamed(
  partitioning: Partitioning,
  from: PhysicalPlan['output'],
  to: PhysicalPlan['output'],
): Partitioning {
  if (from === to || from.length !== to.length) return partitioning;
  const list = from.map((attribute, i): NamedExpression => {
    const other = to[i]!;
    return attribute.id === other.id
      ? attribute
      : { kind: 'alias', child: attribute, name: other.name, id: other.id };
  });
  return projectPartitioning(partitioning, list);
}

function joinPartitioning(join: JoinExec, settings: PlanSettings): Partitioning {
  const left = outputPartitioning(join.left, settings);
  const right = outputPartitioning(join.right, settings);
  if (join.operator === 'BroadcastHashJoin') {
    const [stream, streamKeys, buildKeys] =
      join.buildSide === 'left'
        ? [right, join.rightKeys, join.leftKeys]
        : [left, join.leftKeys, join.rightKeys];
    return join.joinType === 'Inner' ? expanded(stream, streamKeys, buildKeys) : stream;
  }
  switch (join.joinType) {
    case 'Inner':
    case 'Cross':
      return { kind: 'collection', members: [left, right] };
    case 'RightOuter':
      return right;
    case 'FullOuter':
      return { kind: 'unknown', partitions: partitionsOf(left) };
    default:
      return left;
  }
}

/** spark.sql.execution.broadcastHashJoin.outputPartitioningExpandLimit */
const EXPAND_LIMIT = 8;

/**
 * BroadcastHashJoinExec.expandOutputPartitioning: after an inner join the build keys equal the stream keys, so a hash
 * on one is a hash on the other.
 */
function expanded(
  stream: Partitioning,
  streamKeys: readonly Expression[],
  buildKeys: readonly Expression[],
): Partitioning {
  if (stream.kind === 'collection') {
    const members = stream.members.flatMap((member) => {
      const one = expanded(member, streamKeys, buildKeys);
      return one.kind === 'collection' ? one.members : [one];
    });
    return { kind: 'collection', members };
  }
  if (stream.kind !== 'hash') return stream;
  let lists: (readonly Expression[])[] = [[]];
  for (const key of stream.keys) {
    const same = buildKeys.filter((_, i) => canonicalKey(streamKeys[i]!) === canonicalKey(key));
    lists = lists.flatMap((list) => [key, ...same].map((option) => [...list, option])).slice(0, EXPAND_LIMIT);
  }
  const members = lists.map((keys): Partitioning => ({ ...stream, keys }));
  return members.length === 1 ? members[0]! : { kind: 'collection', members };
}

/** BroadcastNestedLoopJoinExec; a CartesianProduct promises nothing. */
function crossPartitioning(join: CrossExec, settings: PlanSettings): Partitioning {
  if (join.operator === 'CartesianProduct') return UNKNOWN;
  const stream = join.buildSide === 'left' ? join.right : join.left;
  const natural =
    join.joinType === 'Inner' ||
    join.joinType === 'Cross' ||
    (join.buildSide === 'right' &&
      ['LeftOuter', 'LeftSemi', 'LeftAnti', 'ExistenceJoin'].includes(join.joinType)) ||
    (join.buildSide === 'left' && join.joinType === 'RightOuter');
  return natural ? outputPartitioning(stream, settings) : UNKNOWN;
}

/**
 * UnionExec. Since 4.1 (SPARK-52921, spark.sql.unionOutputPartitioning) a union of inputs that lie alike lies like
 * them: all in one partition, or all by the same hash of the same columns over the same number.
 */
function unionPartitioning(union: UnionExec, settings: PlanSettings): Partitioning {
  if (!isAtLeast(settings, '4.1') || !flag(settings, 'spark.sql.unionOutputPartitioning', true))
    return UNKNOWN;
  const inputs = union.children.map((child) => outputPartitioning(child, settings));
  if (inputs.every((input) => input.kind === 'single')) return SINGLE;
  const first = inputs[0];
  if (first?.kind !== 'hash') return UNKNOWN;
  const positions = (input: Partitioning, child: PhysicalPlan) =>
    input.kind === 'hash' && input.partitions === first.partitions
      ? input.keys.map((key) => positional(key, child)).join()
      : undefined;
  const wanted = positions(first, union.children[0]!);
  if (wanted === undefined || !inputs.every((input, i) => positions(input, union.children[i]!) === wanted)) {
    return UNKNOWN;
  }
  const list = union.children[0]!.output.map((attribute, i): NamedExpression => {
    const out = union.output[i]!;
    return attribute.id === out.id
      ? attribute
      : { kind: 'alias', child: attribute, name: out.name, id: out.id };
  });
  return projectPartitioning(first, list);
}

/** A key said by the positions of its columns, so that keys of different inputs can be compared. */
function positional(key: Expression, child: PhysicalPlan): string {
  return canonicalKey(
    transformUp(key, (part) => {
      if (part.kind !== 'attribute') return part;
      // FilterExec says that its column is not null, the key of a repartition above it does not: no longer the same.
      if (part.nullable && isFilteredNotNull(child, part.id)) return part;
      const position = child.output.findIndex((attribute) => attribute.id === part.id);
      return { kind: 'literal', value: `column ${position}`, type: { kind: 'string' } };
    }),
  );
}

/** Whether a filter below says that the column is not null, and nothing between names the column anew. */
function isFilteredNotNull(plan: PhysicalPlan, id: number): boolean {
  switch (plan.kind) {
    case 'Filter': {
      const tested = conjuncts(plan.condition).some(
        (each) =>
          each.kind === 'call' &&
          each.fn === 'isnotnull' &&
          each.args[0]?.kind === 'attribute' &&
          each.args[0].id === id,
      );
      return tested || isFilteredNotNull(plan.child, id);
    }
    case 'ShuffleExchange':
    case 'Sort':
    case 'Coalesce':
    case 'Limit':
    case 'Window':
    case 'WindowGroupLimit':
      return isFilteredNotNull(plan.child, id);
    case 'QueryStage':
      return isFilteredNotNull(plan.plan, id);
    case 'ReusedExchange':
      return isFilteredNotNull(plan.exchange, id);
    default:
      return false;
  }
}
