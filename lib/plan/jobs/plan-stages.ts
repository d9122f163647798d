import type {
  BroadcastExchange,
  InMemoryTableScan,
  PhysicalPlan,
  ShuffleExchange,
  Subquery,
} from '../physical/physical-plan.ts';
import { childrenOf, operatorsOf } from '../physical/traverse.ts';
import type { PlanSettings } from '../settings.ts';
import { keepsBroadcastSide } from './nested-loop.ts';
import { partitionCount } from './partition-count.ts';

/** What lies below an operator within its job: shuffles nearest to it, broadcasts, cached plans, subqueries. */
export interface Below {
  readonly shuffles: ShuffleExchange[];
  readonly broadcasts: BroadcastExchange[];
  readonly caches: InMemoryTableScan[];
  readonly subqueries: Subquery[];
  /** Operators that move all rows to one partition by a shuffle of their own when they are not collected. */
  readonly internal: PhysicalPlan[];
}

export function below(plan: PhysicalPlan): Below {
  const found: Below = { shuffles: [], broadcasts: [], caches: [], subqueries: [], internal: [] };
  visit(plan, found);
  return found;
}

/** The operator's input whose rows its own shuffle moves, with whether it does so even from one partition. */
export function internalInput(operator: PhysicalPlan): {
  readonly plan: PhysicalPlan;
  readonly always: boolean;
} {
  if (operator.kind === 'Cross') {
    return { plan: operator.buildSide === 'left' ? operator.right : operator.left, always: true };
  }
  return { plan: childrenOf(operator)[0] ?? operator, always: false };
}

function visit(plan: PhysicalPlan, found: Below): void {
  found.subqueries.push(...(plan.subqueries ?? []));
  const exchange = plan.kind === 'ReusedExchange' ? plan.exchange : plan;
  switch (exchange.kind) {
    case 'ShuffleExchange':
      found.shuffles.push(exchange);
      return;
    case 'BroadcastExchange':
      found.broadcasts.push(exchange);
      return;
    case 'InMemoryTableScan':
      found.caches.push(exchange);
      return;
    case 'TakeOrderedAndProject':
      found.internal.push(exchange);
      break;
    case 'Cross':
      if (keepsBroadcastSide(exchange)) found.internal.push(exchange);
      break;
    case 'Limit':
      if (exchange.operator === 'CollectLimit' || exchange.operator === 'CollectTail')
        found.internal.push(exchange);
      break;
  }
  for (const child of childrenOf(exchange)) visit(child, found);
}

/** Tasks of the stages that limits and the like within a plan add: their rows move by a shuffle that no exchange stands for. */
export function internalStages(plan: PhysicalPlan, settings: PlanSettings): readonly number[] {
  const tasks: number[] = [];
  for (const operator of operatorsOf(plan)) {
    if (!movesRows(operator)) continue;
    const input = internalInput(operator);
    const partitions = partitionCount(input.plan, settings);
    if (partitions > 1 || input.always) tasks.push(partitions);
  }
  return tasks.toReversed();
}

function movesRows(operator: PhysicalPlan): boolean {
  if (operator.kind === 'TakeOrderedAndProject') return true;
  if (operator.kind === 'Limit')
    return operator.operator === 'CollectLimit' || operator.operator === 'CollectTail';
  return keepsBroadcastSide(operator);
}
