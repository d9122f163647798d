import { canonicalKey } from '../expression/canonical.ts';
import { conjunction, conjuncts } from '../expression/make.ts';
import { isDeterministic } from '../expression/traverse.ts';
import type { Filter, LogicalPlan } from '../logical/logical-plan.ts';

/** Two filters are one; a condition that the lower one has already is not repeated. Source: CombineFilters. */
export function combineFilters(filter: Filter): LogicalPlan {
  const child = filter.child;
  if (child.kind !== 'Filter' || !isDeterministic(filter.condition) || !isDeterministic(child.condition)) {
    return filter;
  }
  const known = new Set(conjuncts(child.condition).map(canonicalKey));
  const fresh = conjuncts(filter.condition).filter((condition) => !known.has(canonicalKey(condition)));
  const condition = conjunction([...conjuncts(child.condition), ...fresh])!;
  return { ...child, condition };
}
