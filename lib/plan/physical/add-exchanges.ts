import { isAdaptive } from '../conf.ts';
import { sizeInBytes } from '../optimize/size-in-bytes.ts';
import type { PlanSettings } from '../settings.ts';
import { ensureRequirements } from './ensure-requirements.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { reuseExchanges } from './reuse-exchange.ts';
import { operatorsOf } from './traverse.ts';

/**
 * Puts in the exchanges that operators need. Without adaptive execution exchanges that stand twice are reused; an adaptive
 * run finds that out as it goes. Source: QueryExecution.preparations.
 */
export function addExchanges(planned: PhysicalPlan, settings: PlanSettings): PhysicalPlan {
  const plan = ensureRequirements(planned, settings, sizeOfPhysical);
  return isAdaptive(settings) ? plan : reuseExchanges(plan, settings);
}

/** The optimizer's estimate for what an operator runs; a stage that has run knows better. */
export function sizeOfPhysical(plan: PhysicalPlan): number {
  for (const operator of operatorsOf(plan)) {
    if (operator.kind === 'QueryStage') return operator.bytes;
    if (operator.logical) return sizeInBytes(operator.logical);
  }
  return 0;
}
