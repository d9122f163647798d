import { formatBytes, formatCount } from '#lib/base/format.ts';
import type { Knob, NumberKnob, WeightsKnob } from './knob.ts';
import { KNOBS } from './knob-list.ts';
import type { Knobs } from './knobs.ts';

export interface KnobProblem {
  readonly id: keyof Knobs;
  /** Names the knob, what it is and what it may be. */
  readonly message: string;
}

/** Knobs outside of what they may be, whatever their type: they also come from links. */
export function checkKnobs(knobs: Knobs): readonly KnobProblem[] {
  return KNOBS.flatMap((knob) => {
    const wanted = problemOf(knob, knobs[knob.id], knobs);
    return wanted === undefined ? [] : [{ id: knob.id, message: `${knob.label}: ${wanted}.` }];
  });
}

function problemOf(knob: Knob, value: unknown, knobs: Knobs): string | undefined {
  switch (knob.type) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'on or off';
    case 'choice':
      return knob.choices.some((choice) => choice === value)
        ? undefined
        : `one of ${knob.choices.join(', ')}`;
    case 'number':
      return numberProblem(knob, value);
    case 'weights':
      return weightsProblem(knob, value, knobs);
  }
}

function numberProblem(knob: NumberKnob, value: unknown): string | undefined {
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (isNumber && knob.special?.[value] !== undefined) return undefined;
  const isWhole = Number.isInteger(knob.step);
  const fits = isNumber && value >= knob.min && value <= knob.max && (!isWhole || Number.isInteger(value));
  if (fits) return undefined;
  const special = Object.entries(knob.special ?? {}).map(
    ([number, meaning]) => `, or ${number} for ${meaning}`,
  );
  return `must be ${isWhole ? 'a whole number ' : ''}from ${shown(knob, knob.min)} to ${shown(knob, knob.max)}${special.join('')}`;
}

function weightsProblem(knob: WeightsKnob, value: unknown, knobs: Knobs): string | undefined {
  const isUsed = knobs.keyShape === 'weights';
  if (!Array.isArray(value) || value.length > knob.maxEntries)
    return `at most ${formatCount(knob.maxEntries)} keys`;
  if (
    !value.every((weight) => typeof weight === 'number' && weight >= 0 && weight <= Number.MAX_SAFE_INTEGER)
  )
    return 'rows of a key are numbers from 0 on';
  if (isUsed && !value.some((weight) => weight > 0)) return 'at least one key needs rows';
  return undefined;
}

function shown({ unit }: NumberKnob, value: number): string {
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'bytes/s') return `${formatBytes(value)} a second`;
  return formatCount(value);
}
