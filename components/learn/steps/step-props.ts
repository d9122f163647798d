import type { RunEvent } from '#lib/learn/run/run-event.ts';
import type { ScenarioRun, StepRecord } from '#lib/learn/run/scenario-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { Step } from '#lib/learn/scenario/step.ts';
import type { Known } from './known.ts';

/** What every kind of step is given. */
export interface StepProps<S extends Step = Step> {
  readonly scenario: Scenario;
  readonly run: ScenarioRun;
  readonly step: S;
  readonly record: StepRecord;
  readonly known: Known;
  /** Figures of the transfer step's variant, as far as they are told. */
  readonly variant: Known['values'];
  readonly dispatch: (event: RunEvent) => void;
}
