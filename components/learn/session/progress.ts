import type { Store } from '#components/shell/store.ts';
import { keepRecall, keepRun } from '#lib/learn/progress/keep.ts';
import { type LearnProgress, NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import { readProgress, writeProgress } from '#lib/learn/progress/progress-file.ts';
import { restoreRun } from '#lib/learn/progress/restore-run.ts';
import type { Outcome } from '#lib/learn/question/question.ts';
import { nextRecall } from '#lib/learn/recall/recall.ts';
import { nextRun } from '#lib/learn/run/next-run.ts';
import type { RunEvent } from '#lib/learn/run/run-event.ts';
import { newRun, type ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { keptProgress, PROGRESS_KEY } from './kept-progress.ts';

/** What this browser knows of the learner. It never leaves it but as a file that the learner saves. */
const kept = keptProgress(() => localStorage);

export const progress: Store<LearnProgress> = kept;
/** The browser keeps nothing: what is done holds until the tab is closed. */
export const isStorageRefused: Store<boolean> = kept.isRefused;

if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key }) => {
    // No key: everything was cleared.
    if (key === PROGRESS_KEY || key === null) kept.takeOver();
  });

/** As it was kept; `restoreRun` fits it into the scenario as it is today. */
export function runOf(scenario: string): ScenarioRun | undefined {
  return progress.get().runs[scenario];
}

/** Begins a scenario; one that was begun before goes on. */
export function beginRun(scenario: string): void {
  if (runOf(scenario) === undefined) keep(newRun(scenario, anySeed(), Date.now()));
}

/** What happens to the run of a scenario; it is kept before this returns. Nothing, where another tab forgot the run. */
export function dispatch(scenario: Scenario, event: RunEvent): void {
  const kept = runOf(scenario.id);
  if (!kept) return;
  const run = restoreRun(scenario, kept);
  const next = nextRun(scenario, run, event);
  if (next !== run) keep(next);
}

/** The question of a scenario that came back was answered. */
export function answerRecall(scenario: string, outcome: Outcome): void {
  const now = progress.get();
  const recall = now.recalls[scenario];
  if (recall) progress.set(keepRecall(now, nextRecall({ ...recall, scenario }, outcome, Date.now())));
}

/** A seed of 32 bits for the variant of the transfer step. */
export function anySeed(): number {
  return crypto.getRandomValues(new Int32Array(1))[0]!;
}

export function exportProgress(): string {
  return writeProgress(progress.get());
}

/**
 * Takes over what a progress file has; scenarios that are not in it stay as they are. Gives the parts that could not be read;
 * throws `UserError` for a file that is something else.
 */
export function importProgress(text: string): {
  readonly scenarios: number;
  readonly lost: readonly string[];
} {
  const { progress: read, lost } = readProgress(text);
  const { runs, recalls } = progress.get();
  progress.set({ runs: { ...runs, ...read.runs }, recalls: { ...recalls, ...read.recalls } });
  return { scenarios: Object.keys(read.runs).length, lost };
}

export function forgetProgress(): void {
  progress.set(NO_PROGRESS);
}

function keep(run: ScenarioRun): void {
  progress.set(keepRun(progress.get(), run));
}
