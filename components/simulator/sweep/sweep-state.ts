import { createStore } from '#components/shell/store.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { SweepId } from '#lib/simulator/pipeline/sweep.ts';
import type { Curve, Refusal } from '../session/protocol.ts';
import { cancelSweep, history, sweepKnob } from '../session/simulation.ts';

export interface SweepState {
  readonly running: { readonly done: number; readonly total: number } | undefined;
  /** The last curve, with the knobs it is of. */
  readonly found: { readonly id: SweepId; readonly knobs: Knobs; readonly curve: Curve } | undefined;
  readonly refusal: Refusal | undefined;
}

export const sweeping = createStore<SweepState>({ running: undefined, found: undefined, refusal: undefined });

let latest = 0;

export async function startSweep(id: SweepId): Promise<void> {
  latest += 1;
  const mine = latest;
  const knobs = history.get().present;
  const change = (part: Partial<SweepState>) => {
    if (mine === latest) sweeping.set({ ...sweeping.get(), ...part });
  };
  change({ running: { done: 0, total: 1 }, refusal: undefined });
  try {
    const answer = await sweepKnob(id, (done, total) => change({ running: { done, total } }));
    if (answer && 'value' in answer) change({ found: { id, knobs, curve: answer.value } });
    if (answer && 'refusal' in answer) change({ refusal: answer.refusal });
  } catch (error) {
    change({ refusal: { message: error instanceof Error ? error.message : String(error), hint: undefined } });
  } finally {
    change({ running: undefined });
  }
}

export function stopSweep(): void {
  cancelSweep();
  latest += 1;
  sweeping.set({ ...sweeping.get(), running: undefined });
}

/** Whether the curve is of other knobs than these, but for the one that it runs along. */
export function isOutdated({ found }: SweepState, knobs: Knobs): boolean {
  return (
    found !== undefined &&
    JSON.stringify({ ...found.knobs, [found.id]: 0 }) !== JSON.stringify({ ...knobs, [found.id]: 0 })
  );
}
