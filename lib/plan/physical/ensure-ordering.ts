import type { SortOrder } from '../expression/expression.ts';
import { isOrderedBy, outputOrdering } from './output-ordering.ts';
import type { PhysicalPlan } from './physical-plan.ts';

/** Sorts the rows of each partition where an operator needs an order that its child does not have. */
export function ensureOrdering(child: PhysicalPlan, required: readonly SortOrder[]): PhysicalPlan {
  if (required.length === 0 || isOrderedBy(outputOrdering(child), required)) return child;
  return {
    kind: 'Sort',
    at: child.at,
    output: child.output,
    order: required,
    global: false,
    child,
  };
}
