import { actionPlan } from '#lib/plan/jobs/action-plan.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { type PlanKey, planKey } from '#lib/plan/logical/plan-key.ts';
import { withNumbers } from '#lib/plan/logical/with-numbers.ts';
import { optimize } from '#lib/plan/optimize/optimizer.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { prepare } from '#lib/plan/physical/prepare.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import type { Action } from '#lib/pyspark/program.ts';
import type { PlannedAction } from './planned-action.ts';

/**
 * Plans of an earlier version of a program, for those of its actions that have the same plan again: while somebody types,
 * that is all but one or two.
 */
export class PlanMemo {
  #known = new Map<string, RememberedPlans>();
  #settings: PlanSettings | undefined;

  /** For the actions of one version of the program; what it does not ask for is forgotten. */
  begin(settings: PlanSettings): (step: Action, analyzed: LogicalPlan, index: number) => PlannedAction {
    const before = settings === this.#settings ? this.#known : new Map<string, RememberedPlans>();
    const used = new Map<string, RememberedPlans>();
    this.#settings = settings;
    this.#known = used;
    return (step, analyzed, index) => {
      const key = planKey(analyzed);
      const name = JSON.stringify([step.method, step.rows, step.conf, key.text]);
      const plans = new RememberedPlans({ step, analyzed, index }, key, settings, before.get(name));
      used.set(name, plans);
      return plans;
    };
  }
}

class RememberedPlans implements PlannedAction {
  readonly step: Action;
  readonly index: number;
  readonly analyzed: LogicalPlan;
  readonly settings: PlanSettings;
  readonly #key: PlanKey;
  #before: RememberedPlans | undefined;
  #optimized: LogicalPlan | undefined;
  #physical: PhysicalPlan | undefined;

  constructor(
    { step, analyzed, index }: Pick<PlannedAction, 'step' | 'analyzed' | 'index'>,
    key: PlanKey,
    settings: PlanSettings,
    before: RememberedPlans | undefined,
  ) {
    this.step = step;
    this.index = index;
    this.analyzed = analyzed;
    this.settings = { ...settings, conf: { ...settings.conf, ...step.conf } };
    this.#key = key;
    // Plans that nobody asked for are not kept for those they would have been taken from.
    this.#before = before && before.#optimized === undefined ? before.#before : before;
  }

  get optimized(): LogicalPlan {
    this.#takeOver();
    this.#optimized ??= this.#made();
    return this.#optimized;
  }

  get physical(): PhysicalPlan {
    this.#physical ??= prepare(this.optimized, this.settings);
    return this.#physical;
  }

  #made(): LogicalPlan {
    const { step, analyzed, settings } = this;
    return optimize(actionPlan(step.method, analyzed, step.rows, settings).plan, settings).plan;
  }

  /** Both plans at once, so that what they share stays shared. */
  #takeOver(): void {
    const before = this.#before;
    this.#before = undefined;
    if (before === undefined || before.#optimized === undefined) return;
    const { optimized, physical } = withNumbers(
      { optimized: before.#optimized, physical: before.#physical },
      before.#key,
      this.#key,
    );
    this.#optimized = optimized;
    this.#physical = physical;
  }
}
