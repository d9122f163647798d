import type { LearnProgress } from '#lib/learn/progress/learn-progress.ts';
import type { ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import type { Outline } from '#lib/learn/scenario/outline.ts';

/** Where somebody is in a scenario, as the list says it. */
export interface WhereInScenario {
  readonly state: 'new' | 'begun' | 'finished';
  readonly words: string;
  /** What the link to it does. */
  readonly action: string;
}

export function whereInScenario({ steps }: Outline, run: ScenarioRun | undefined): WhereInScenario {
  if (!run) return { state: 'new', words: 'new', action: 'Begin' };
  if (run.finishedAt !== null) return { state: 'finished', words: 'finished', action: 'Look again' };
  const step = Math.min(run.at + 1, steps.length);
  return { state: 'begun', words: `step ${step} of ${steps.length}`, action: 'Continue' };
}

/** What to go on with: the scenario that was begun last and is open, else the first that is new. */
export function nextScenario(outlines: readonly Outline[], { runs }: LearnProgress): Outline | undefined {
  const begun = outlines.filter((outline) => whereInScenario(outline, runs[outline.id]).state === 'begun');
  const [latest] = begun.toSorted((a, b) => runs[b.id]!.startedAt - runs[a.id]!.startedAt);
  return latest ?? outlines.find(({ id }) => runs[id] === undefined);
}
