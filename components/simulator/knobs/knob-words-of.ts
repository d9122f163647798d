import { plural } from '#lib/base/format.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { CHOICE_WORDS } from './group-words.ts';
import { knobText } from './knob-text.ts';

export function knobLabel(id: keyof Knobs): string {
  return KNOBS.find((knob) => knob.id === id)?.label ?? id;
}

/** What a knob is set to, in words. */
export function knobValueText(id: keyof Knobs, knobs: Knobs): string {
  const knob = KNOBS.find((each) => each.id === id);
  const value = knobs[id];
  if (knob?.type === 'number') return knobText(knob, value as number);
  if (knob?.type === 'switch') return value === true ? 'on' : 'off';
  if (knob?.type === 'weights') return plural((value as readonly number[]).length, 'key');
  return CHOICE_WORDS[String(value)] ?? String(value);
}
