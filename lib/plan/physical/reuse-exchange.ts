import { flag } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';
import type { BroadcastExchange, PhysicalPlan, ShuffleExchange } from './physical-plan.ts';
import { PlanMap } from './plan-map.ts';
import { childrenOf, withChildren } from './traverse.ts';

/** An exchange that is there already is not run again. Source: ReuseExchangeAndSubquery (spark.sql.exchange.reuse). */
export function reuseExchanges(plan: PhysicalPlan, settings: PlanSettings): PhysicalPlan {
  if (!flag(settings, 'spark.sql.exchange.reuse', true)) return plan;
  return reuse(plan, new PlanMap());
}

type Seen = PlanMap<ShuffleExchange | BroadcastExchange>;

/** Deeper exchanges first, left before right, as Spark does; subqueries share what is there. */
function reuse(plan: PhysicalPlan, seen: Seen): PhysicalPlan {
  const over = withChildren(
    plan,
    childrenOf(plan).map((child) => reuse(child, seen)),
  );
  const whole = over.subqueries
    ? { ...over, subqueries: over.subqueries.map((each) => ({ ...each, plan: reuse(each.plan, seen) })) }
    : over;
  if (whole.kind !== 'ShuffleExchange' && whole.kind !== 'BroadcastExchange') return whole;
  const known = seen.get(whole);
  if (known) return { kind: 'ReusedExchange', at: whole.at, output: whole.output, exchange: known };
  seen.set(whole, whole);
  return whole;
}
