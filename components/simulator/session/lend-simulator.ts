import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { addressProblems } from '../address/use-address.ts';
import { changed, newHistory } from './knob-history.ts';
import { baseline, history, openKnobs, runBeside, simulation } from './simulation.ts';
import { situation } from './situation.ts';

/**
 * Puts knobs of a scenario in the place of the user's, beside those that it starts from where they are turned. What is
 * returned puts the user's back, with the way back and forth, the baseline and the situation.
 */
export function lendSimulator(now: Knobs, start?: Knobs): () => void {
  const kept = { history: history.get(), simulation: simulation.get(), baseline: baseline.get() };
  const [keptSituation, keptProblems] = [situation.get(), addressProblems.get()];
  let isLent = true;
  situation.set(undefined);
  addressProblems.set([]);
  baseline.set(undefined);
  simulation.set({ picture: undefined, refusal: undefined, failure: undefined });
  history.set(start ? changed(newHistory(start), now) : newHistory(now));
  if (start)
    void runBeside(start).then(
      (picture) => isLent && baseline.set(picture),
      () => undefined, // a worker that has stopped is told of with the run itself
    );
  openKnobs();
  return () => {
    isLent = false;
    history.set(kept.history);
    simulation.set(kept.simulation);
    baseline.set(kept.baseline);
    situation.set(keptSituation);
    addressProblems.set(keptProblems);
    // The worker explains tasks of the run that it answered last: that is to be the user's again.
    if (kept.simulation.picture) openKnobs();
  };
}
