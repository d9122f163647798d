import { share } from '#components/share/share-request.ts';
import { handedKnobs } from '#lib/simulator/pipeline/knob-values.ts';
import { baseline, history } from '../session/simulation.ts';
import { situation } from '../session/situation.ts';

/** Shares the knobs as they are, with those of the run that they are compared with. */
export function shareKnobs(): void {
  const pinned = baseline.get();
  share({
    what: 'this simulation',
    state: {
      kind: 'simulator',
      ...handedKnobs(history.get().present),
      situation: situation.get() ?? null,
      baseline: pinned ? handedKnobs(pinned.knobs) : null,
    },
    known: { names: [], hosts: [] },
  });
}
