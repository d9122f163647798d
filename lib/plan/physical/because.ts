import type { Expression } from '../expression/expression.ts';
import { expressionText } from '../expression/text.ts';
import type { Distribution } from './distribution.ts';
import { type Partitioning, partitionsOf } from './partitioning.ts';
import type { PhysicalPlan } from './physical-plan.ts';

/** Sentences that say why an exchange is there: what is required, what is offered, and the rule with its setting. */
export function becauseRequired(
  operator: PhysicalPlan,
  required: Distribution,
  child: PhysicalPlan,
  offered: Partitioning,
  partitions: number,
): string {
  return `${operatorName(operator)} needs ${requirementText(required)}, but ${operatorName(child)} offers ${partitioningText(
    offered,
  )}; ${numberText(required, partitions)}`;
}

/** For joins: one side is laid out to match the other, or both anew. */
export function becauseCoPartitioned(
  operator: PhysicalPlan,
  child: PhysicalPlan,
  partitioning: Partitioning,
  matched: boolean,
): string {
  const [already, keys] =
    partitioning.kind === 'hash'
      ? [partitioning.partitions, listText(partitioning.keys)]
      : [partitionsOf(partitioning), ''];
  return matched
    ? `${operatorName(operator)} needs both sides laid out alike; the other side already lies over ${already} partitions, so ${operatorName(
        child,
      )} is shuffled by ${keys} to match it`
    : `${operatorName(operator)} needs both sides by all its keys (spark.sql.requireAllClusterKeysForCoPartition), and neither side lies so; ${operatorName(
        child,
      )} is shuffled by ${keys} to spark.sql.shuffle.partitions = ${already}`;
}

function requirementText(required: Distribution): string {
  switch (required.kind) {
    case 'all-tuples':
      return 'all rows in one partition';
    case 'clustered':
      return `rows with equal ${listText(required.keys)} together`;
    case 'ordered':
      return `rows in ranges of ${listText(required.order)}`;
    case 'broadcast':
      return 'a copy on every executor';
    default:
      return 'nothing';
  }
}

function numberText(required: Distribution, partitions: number): string {
  if (required.kind === 'all-tuples') return 'so all rows move into one partition';
  const what = required.kind === 'ordered' ? 'a range shuffle' : 'a hash shuffle';
  return `so ${what} to spark.sql.shuffle.partitions = ${partitions} is added`;
}

export function partitioningText(partitioning: Partitioning): string {
  switch (partitioning.kind) {
    case 'unknown':
      return 'no known partitioning';
    case 'round-robin':
      return `rows dealt out over ${partitioning.partitions} partitions, by no key`;
    case 'single':
      return 'one partition';
    case 'hash':
      return `a hash of ${listText(partitioning.keys)} over ${partitioning.partitions} partitions`;
    case 'range':
      return `ranges of ${listText(partitioning.order)} over ${partitioning.partitions} partitions`;
    case 'broadcast':
      return 'a broadcast';
    case 'collection':
      return partitioning.members.map(partitioningText).join(' and ');
  }
}

export function listText(expressions: readonly Expression[]): string {
  return expressions.map(expressionText).join(', ');
}

/** The name under which Spark prints the operator. */
export function operatorName(plan: PhysicalPlan): string {
  if (plan.kind === 'FileScan') return `Scan ${plan.relation.format}`;
  if (plan.kind === 'ShuffleExchange') return 'Exchange';
  if (plan.kind === 'Write') return 'WriteFiles';
  return 'operator' in plan ? plan.operator : plan.kind;
}
