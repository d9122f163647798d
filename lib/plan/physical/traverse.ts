import type { PhysicalPlan } from './physical-plan.ts';

export function childrenOf(plan: PhysicalPlan): readonly PhysicalPlan[] {
  switch (plan.kind) {
    case 'FileScan':
    case 'InMemoryTableScan':
    case 'ReusedExchange':
    case 'QueryStage':
      return [];
    case 'LeafScan':
    case 'Union':
      return plan.children;
    case 'Join':
    case 'Cross':
    case 'Cogroup':
      return [plan.left, plan.right];
    default:
      return [plan.child];
  }
}

/** The same operator over other children; itself when they are the same ones. */
export function withChildren(plan: PhysicalPlan, children: readonly PhysicalPlan[]): PhysicalPlan {
  const old = childrenOf(plan);
  if (old.length === children.length && old.every((child, i) => child === children[i])) return plan;
  switch (plan.kind) {
    case 'FileScan':
    case 'InMemoryTableScan':
    case 'ReusedExchange':
    case 'QueryStage':
      return plan;
    case 'LeafScan':
    case 'Union':
      return { ...plan, children };
    case 'Join':
    case 'Cross':
    case 'Cogroup':
      return { ...plan, left: children[0]!, right: children[1]! };
    default:
      return { ...plan, child: children[0]! };
  }
}

export function transformUp(plan: PhysicalPlan, rule: (plan: PhysicalPlan) => PhysicalPlan): PhysicalPlan {
  return rule(
    withChildren(
      plan,
      childrenOf(plan).map((child) => transformUp(child, rule)),
    ),
  );
}

/** Every operator, parents first; cached plans and subqueries are not gone into. */
export function* operatorsOf(plan: PhysicalPlan): Generator<PhysicalPlan> {
  yield plan;
  for (const child of childrenOf(plan)) yield* operatorsOf(child);
}
