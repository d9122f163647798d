import { plural } from '#lib/base/format.ts';
import { KNOBS } from './knob-list.ts';
import { knobText } from './knob-text.ts';
import type { Knobs } from './knobs.ts';

/** What choices mean where their own word does not say it. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  uniform: 'uniform: all alike',
  zipf: 'Zipf: a few have most',
  hot: 'one hot key',
  weights: 'my own: drawn or pasted',
  LeftOuter: 'left outer',
  RightOuter: 'right outer',
  FullOuter: 'full outer',
  LeftSemi: 'left semi',
  LeftAnti: 'left anti',
  Inner: 'inner',
  join: 'join with another table',
  aggregate: 'aggregate by the key',
  sort: 'sort by the key',
  repartition: 'repartition(n)',
};

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
