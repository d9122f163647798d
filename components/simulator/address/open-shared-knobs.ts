import type { SharedState } from '#lib/share/kinds/kinds.ts';
import { openHandedKnobs } from '#lib/simulator/pipeline/knob-values.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { baseline, history, openKnobs, pinKnobs, setKnobs, unpinBaseline } from '../session/simulation.ts';
import { situation } from '../session/situation.ts';
import { tellProblems } from './use-address.ts';

/** Turns the knobs to those of a link, as one step that can be undone. Gives the way back to all that was there. */
export async function openSharedKnobs(state: SharedState): Promise<(() => void) | undefined> {
  if (state.kind !== 'simulator') return undefined;
  const before = { history: history.get(), baseline: baseline.get(), situation: situation.get() };
  const { knobs, problems } = openHandedKnobs(state);
  const compared = state.baseline && openHandedKnobs(state.baseline);
  unpinBaseline();
  // A run that cannot be compared with is no reason to lose the other one.
  const pinning = compared && pinKnobs(compared.knobs).catch(() => undefined);
  situation.set(PRESETS.find(({ id }) => id === state.situation)?.id);
  setKnobs(knobs);
  tellProblems(history.get().present, [...problems, ...(compared?.problems ?? [])]);
  // Else it would come in after somebody went back.
  await pinning;
  return () => {
    situation.set(before.situation);
    baseline.set(before.baseline);
    history.set(before.history);
    openKnobs();
  };
}
