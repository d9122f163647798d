import { proxy } from 'comlink';
import { createStore } from '#components/shell/store.ts';
import type { KeyFile } from '#lib/simulator/distribution/key-column.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { SweepId } from '#lib/simulator/pipeline/sweep.ts';
import { changed, type KnobHistory, newHistory, redone, settled, undone } from './knob-history.ts';
import type { Answer, Curve, Refusal, TaskComputed } from './protocol.ts';
import type { RunPicture } from './run-picture.ts';
import { type SimulatorClient, startSimulator } from './simulator-client.ts';

export interface Simulation {
  /** Of the run that was answered last; the knobs may be ahead of it. */
  readonly picture: RunPicture | undefined;
  /** Why the knobs as they are cannot be run. */
  readonly refusal: Refusal | undefined;
  /** The worker is gone. */
  readonly failure: string | undefined;
}

/** The one simulation of this tab, outside of React: leaving the page and coming back finds it as it was. */
export const history = createStore<KnobHistory>(newHistory(DEFAULT_KNOBS));
export const simulation = createStore<Simulation>({
  picture: undefined,
  refusal: undefined,
  failure: undefined,
});
/** The run that others are compared with. */
export const baseline = createStore<RunPicture | undefined>(undefined);

let client: SimulatorClient | undefined;
let isRunning = false;

/** Runs the knobs as they are; called when the page is there, and when an address was opened. */
export function openKnobs(): void {
  if (simulation.get().picture?.knobs !== history.get().present) void refresh();
}

/** Sets knobs to values that were checked. `turning`: one of many values on the way of one turn. */
export function setKnobs(changes: Partial<Knobs>, turning?: keyof Knobs): void {
  apply(changed(history.get(), changes, turning));
}

/** The turn of a knob is over. */
export function settle(): void {
  history.set(settled(history.get()));
}

export function undo(): void {
  apply(undone(history.get()));
}

export function redo(): void {
  apply(redone(history.get()));
}

export function pinBaseline(): void {
  baseline.set(simulation.get().picture);
}

export function unpinBaseline(): void {
  baseline.set(undefined);
}

/** A run beside the one that is shown, to compare with; undefined where the knobs cannot be run. */
export async function runBeside(knobs: Knobs): Promise<RunPicture | undefined> {
  const answer = await ask<Answer<RunPicture>>(({ remote }) => remote.run(knobs));
  return 'value' in answer ? answer.value : undefined;
}

/** Compares with a run of other knobs, which is not shown itself. */
export async function pinKnobs(knobs: Knobs): Promise<void> {
  try {
    const picture = await runBeside(knobs);
    if (picture) baseline.set(picture);
  } finally {
    // Tasks are explained of the run that was answered last: that has to be the one on screen.
    void refresh();
  }
}

/** After the worker has stopped: a new one. */
export function restart(): void {
  client?.close();
  client = undefined;
  simulation.set({ ...simulation.get(), failure: undefined });
  void refresh();
}

export function explainTask(stage: number, task: number): Promise<TaskComputed | undefined> {
  return ask<TaskComputed | undefined>(({ remote }) => remote.explainTask(stage, task));
}

export function sweepKnob(
  id: SweepId,
  onProgress: (done: number, total: number) => void,
): Promise<Answer<Curve> | undefined> {
  return ask<Answer<Curve> | undefined>(({ remote }) =>
    remote.sweep(history.get().present, id, proxy(onProgress)),
  );
}

export function cancelSweep(): void {
  void client?.remote.cancelSweep();
}

export function readKeys(file: Blob): Promise<Answer<KeyFile>> {
  return ask<Answer<KeyFile>>(({ remote }) => remote.readKeys(file));
}

function apply(next: KnobHistory | undefined): void {
  if (next === undefined || next === history.get()) return;
  const isTurned = next.present !== history.get().present;
  history.set(next);
  if (isTurned) void refresh();
}

/** One run at a time; knobs that are turned meanwhile are run when it is answered, and what lies between is left out. */
async function refresh(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    let knobs: Knobs | undefined;
    while (knobs !== history.get().present) {
      knobs = history.get().present;
      const asked = knobs;
      show(await ask<Answer<RunPicture>>(({ remote }) => remote.run(asked)));
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    simulation.set({ ...simulation.get(), failure });
  } finally {
    isRunning = false;
  }
}

function show(answer: Answer<RunPicture>): void {
  const refusal = 'refusal' in answer ? answer.refusal : undefined;
  const picture = 'value' in answer ? answer.value : simulation.get().picture;
  simulation.set({ picture, refusal, failure: undefined });
}

function ask<T>(question: (client: SimulatorClient) => Promise<T>): Promise<T> {
  client ??= startSimulator();
  return Promise.race([question(client), client.broken]);
}
