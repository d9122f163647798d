import { recordOf, type ScenarioRun } from '../run/scenario-run.ts';
import { furthest, isDone } from '../run/step-status.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * A stored run in the scenario as it is today: steps that it no longer has are forgotten, and the step that is shown is one
 * that was reached. Seeds outside of 32 bits have no variant.
 */
export function restoreRun(scenario: Scenario, run: ScenarioRun): ScenarioRun {
  const known = new Set(scenario.steps.map(({ id }) => id));
  const steps = Object.fromEntries(Object.entries(run.steps).filter(([id]) => known.has(id)));
  const kept = { ...run, scenario: scenario.id, seed: run.seed | 0, steps };
  const at = Math.max(0, Math.min(Math.trunc(run.at), furthest(scenario, kept)));
  const isWhole = scenario.steps.every((step) => isDone(step, recordOf(kept, step.id)));
  return { ...kept, at, finishedAt: isWhole ? run.finishedAt : null };
}
