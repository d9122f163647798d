import type { Expression } from '../expression/expression.ts';
import type { SkewedColumn } from '../settings.ts';
import type { PhysicalPlan, ShuffleExchange } from './physical-plan.ts';
import { childrenOf } from './traverse.ts';

/** What somebody told of a source's column. */
export interface KeySkew extends SkewedColumn {
  readonly source: string;
}

/** Less than that is no skew to speak of: 1 % of the rows is what 100 even partitions have each. */
const LEAST_SHARE = 0.01;

/**
 * Whether the key by which a shuffle moves its rows is a column of a source of which somebody told that it is skewed. Equal keys
 * go into one partition, by hash and by range. A second key would spread them again, and an aggregation, a union or a limit in
 * between leaves other shares than the source has; then nothing is known.
 */
export function keySkew({ partitioning, child }: ShuffleExchange): KeySkew | undefined {
  const keys =
    partitioning.kind === 'hash'
      ? partitioning.keys
      : partitioning.kind === 'range'
        ? partitioning.order.map((order) => order.child)
        : [];
  const id = keys.length === 1 ? attributeOf(keys[0]!) : undefined;
  return id === undefined ? undefined : skewIn(child, id);
}

function skewIn(plan: PhysicalPlan, id: number): KeySkew | undefined {
  switch (plan.kind) {
    case 'FileScan': {
      const { source, skew = [], output } = plan.relation;
      const name = output.find((column) => column.id === id)?.name.toLowerCase();
      const told = skew.find(({ column, share }) => column.toLowerCase() === name && share >= LEAST_SHARE);
      return told && { source, ...told };
    }
    case 'Project': {
      const named = plan.list.find((each) => each.id === id);
      const from = named?.kind === 'alias' ? attributeOf(named.child) : named?.id;
      return from === undefined ? undefined : skewIn(plan.child, from);
    }
    case 'InMemoryTableScan': {
      const position = plan.relation.output.findIndex((column) => column.id === id);
      const cached = plan.cached.output[position];
      return cached && skewIn(plan.cached, cached.id);
    }
    case 'ReusedExchange':
      return skewIn(plan.exchange, id);
    case 'QueryStage':
      return skewIn(plan.plan, id);
    // They leave few rows of each value, or rows of several inputs.
    case 'Aggregate':
    case 'Limit':
    case 'TakeOrderedAndProject':
    case 'WindowGroupLimit':
    case 'Union':
      return undefined;
    default: {
      const from = childrenOf(plan).find((child) => child.output.some((column) => column.id === id));
      return from && skewIn(from, id);
    }
  }
}

/** A column, also cast to what it is compared with: equal values stay equal. */
function attributeOf(expression: Expression): number | undefined {
  if (expression.kind === 'attribute') return expression.id;
  return expression.kind === 'cast' ? attributeOf(expression.child) : undefined;
}
