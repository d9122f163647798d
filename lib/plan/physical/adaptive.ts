import { isAdaptive, isAtLeast } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { requiredDistribution } from './required-distribution.ts';
import { operatorsOf } from './traverse.ts';

/** Whether a plan runs adaptively: there is an exchange, or may be one, or a subquery (InsertAdaptiveSparkPlan). */
export function runsAdaptively(plan: PhysicalPlan, settings: PlanSettings): boolean {
  if (!isAdaptive(settings)) return false;
  for (const operator of operatorsOf(plan)) {
    if (operator.kind === 'ShuffleExchange' || operator.kind === 'BroadcastExchange') return true;
    if ((operator.subqueries?.length ?? 0) > 0) return true;
    if (requiredDistribution(operator, settings).some((required) => required.kind !== 'unspecified'))
      return true;
    // Until 4.0 a cache is a stage of its own, whatever its plan is.
    if (operator.kind === 'InMemoryTableScan' && (operator.adaptive || !isAtLeast(settings, '4.0')))
      return true;
  }
  return false;
}
