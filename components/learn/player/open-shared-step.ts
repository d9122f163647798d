import { keepRun } from '#lib/learn/progress/keep.ts';
import { restoreRun } from '#lib/learn/progress/restore-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { SharedState } from '#lib/share/kinds/kinds.ts';
import { anySeed, beginRun, dispatch, progress, runOf } from '../session/progress.ts';

/** Goes to the step of a link, with its variant. Gives the way back; undefined for a step of something else. */
export async function openSharedStep(
  scenario: Scenario,
  state: SharedState,
): Promise<(() => void) | undefined> {
  if (state.kind !== 'scenario' || state.id !== scenario.id) return undefined;
  const step = Math.trunc(state.step);
  if (scenario.steps[step] === undefined) return undefined;
  const before = runOf(scenario.id);
  beginRun(scenario.id);
  const run = restoreRun(scenario, runOf(scenario.id)!);
  dispatch(scenario, { kind: 'joined-at', step, seed: state.seed ?? run.seed });
  return () => {
    if (before) progress.set(keepRun(progress.get(), before));
    else dispatch(scenario, { kind: 'restarted', seed: anySeed(), now: Date.now() });
  };
}
