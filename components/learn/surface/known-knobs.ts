import { KNOB_GROUPS, type Knob } from '#lib/simulator/pipeline/knob.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import { knobLabel, knobValueText } from '#lib/simulator/pipeline/knob-words.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';

export interface KnownKnob {
  readonly id: keyof Knobs;
  readonly label: string;
  readonly value: string;
}

/** What goes into a simulation, in words: what matters most, and what is otherwise than the simulator starts. */
export function knownKnobs(knobs: Knobs): readonly KnownKnob[] {
  return KNOB_GROUPS.flatMap((group) => KNOBS.filter((knob) => knob.group === group))
    .filter((knob) => isWorthSaying(knob, knobs))
    .map(({ id }) => ({ id, label: knobLabel(id), value: knobValueText(id, knobs) }));
}

function isWorthSaying({ id, type, primary, matters }: Knob, knobs: Knobs): boolean {
  if (type === 'weights' || matters?.(knobs) === false) return false;
  return primary === true || knobs[id] !== DEFAULT_KNOBS[id];
}
