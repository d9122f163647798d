import { createStore } from '#components/shell/store.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { setKnobs } from './simulation.ts';

/** Id of the situation that the knobs were last set to; turning them afterwards does not leave it. */
export const situation = createStore<string | undefined>(undefined);

export function chooseSituation(id: string): void {
  const preset = PRESETS.find((each) => each.id === id);
  if (!preset) return;
  situation.set(id);
  setKnobs(preset.knobs);
}

/** Every knob where it starts. */
export function reset(): void {
  situation.set(undefined);
  setKnobs(DEFAULT_KNOBS);
}
