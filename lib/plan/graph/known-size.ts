import type { LogicalPlan } from '../logical/logical-plan.ts';
import { childrenOf } from '../logical/traverse.ts';
import { sizeInBytes } from '../optimize/size-in-bytes.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';
import { childrenOf as inputsOf } from '../physical/traverse.ts';

const UNKNOWN = new WeakMap<LogicalPlan, boolean>();

/** What Spark takes for the size of a plan's result; undefined where it rests on a source whose size nobody told. */
export function knownSize(plan: LogicalPlan): number | undefined {
  return restsOnUnknown(plan) ? undefined : sizeInBytes(plan);
}

/** The same of an operator. Those that a rule added have no logical plan of their own and give what their input gives. */
export function knownSizeOf(plan: PhysicalPlan): number | undefined {
  if (plan.logical) return knownSize(plan.logical);
  const [only, second] = inputsOf(plan);
  return only !== undefined && second === undefined ? knownSizeOf(only) : undefined;
}

function restsOnUnknown(plan: LogicalPlan): boolean {
  const known = UNKNOWN.get(plan);
  if (known !== undefined) return known;
  const unknown =
    (plan.kind === 'Relation' && plan.bytes === undefined) ||
    (plan.kind === 'RddRelation' && plan.checkpointOf === undefined) ||
    plan.kind === 'Opaque' ||
    (plan.kind === 'InMemoryRelation' && restsOnUnknown(plan.plan)) ||
    childrenOf(plan).some(restsOnUnknown);
  UNKNOWN.set(plan, unknown);
  return unknown;
}
