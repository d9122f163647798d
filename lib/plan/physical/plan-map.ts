import { canonicalPlan } from './canonical-plan.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { childrenOf } from './traverse.ts';

/**
 * Values by what a plan computes (`canonicalPlan`). Few plans are alike at all, so their whole text is only made where
 * their outlines are the same.
 */
export class PlanMap<T> {
  readonly #entries = new Map<string, { readonly plan: PhysicalPlan; readonly value: T }[]>();

  get(plan: PhysicalPlan): T | undefined {
    const alike = this.#entries.get(outline(plan));
    if (alike === undefined) return undefined;
    const key = canonicalPlan(plan);
    return alike.find((entry) => canonicalPlan(entry.plan) === key)?.value;
  }

  set(plan: PhysicalPlan, value: T): void {
    const key = outline(plan);
    const alike = this.#entries.get(key) ?? [];
    alike.unshift({ plan, value });
    this.#entries.set(key, alike);
  }
}

const OUTLINES = new WeakMap<PhysicalPlan, string>();

/** The operators and sources; the same for plans that compute the same. */
function outline(plan: PhysicalPlan): string {
  if (plan.kind === 'ReusedExchange') return outline(plan.exchange);
  if (plan.kind === 'QueryStage') return outline(plan.plan);
  const known = OUTLINES.get(plan);
  if (known !== undefined) return known;
  const own = plan.kind === 'FileScan' ? plan.relation.source : plan.kind;
  const text = `${own}(${childrenOf(plan).map(outline).join(' ')})`;
  OUTLINES.set(plan, text);
  return text;
}
