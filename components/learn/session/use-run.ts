import { useMemo } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import { restoreRun } from '#lib/learn/progress/restore-run.ts';
import type { ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { progress } from './progress.ts';

/** The run of a scenario, in the scenario as it is today; undefined until it is begun. */
export function useRun(scenario: Scenario): ScenarioRun | undefined {
  const kept = useStore(progress, () => NO_PROGRESS).runs[scenario.id];
  return useMemo(() => kept && restoreRun(scenario, kept), [scenario, kept]);
}
