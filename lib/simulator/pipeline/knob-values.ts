import { checkKnobs } from './check-knobs.ts';
import { changedKnobs } from './compare-runs.ts';
import type { Knob } from './knob.ts';
import { KNOBS } from './knob-list.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';

/** Knobs as plain values by their ids, for what leaves the tab; weights are numbers with blanks between. */
export type KnobValues = Readonly<Record<string, number | string | boolean>>;

/** The knobs that differ from `base`. Names of keys are not among them: they are somebody's data. */
export function knobValues(knobs: Knobs, base: Knobs): KnobValues {
  return Object.fromEntries(
    changedKnobs(base, knobs).map((id) => {
      const value = knobs[id];
      return [id, typeof value === 'object' ? value.join(' ') : value];
    }),
  );
}

export interface TakenKnobs {
  /** They can be run. */
  readonly knobs: Knobs;
  /** How many of the values were taken. */
  readonly taken: number;
  /** What could not be taken, in words. */
  readonly problems: readonly string[];
}

/** `base` with the values of somebody else. What is not understood or out of range stays as it is in `base`, and is named. */
export function takeKnobs(base: Knobs, values: Iterable<readonly [id: string, value: unknown]>): TakenKnobs {
  const problems: string[] = [];
  let knobs = base;
  let taken = 0;
  for (const [id, value] of values) {
    const text = String(value);
    const changes = changeOf(id, text);
    if (changes === undefined) {
      problems.push(`"${short(id)}" is no knob.`);
      continue;
    }
    const next = { ...knobs, ...changes };
    const [wrong] = checkKnobs(next).filter((problem) => problem.id in changes);
    if (wrong) problems.push(`${wrong.message} It was given as "${short(text)}".`);
    else {
      taken += 1;
      knobs = next;
    }
  }
  // Weights may be the only thing that was wrong: keys of one's own are nothing without them.
  if (checkKnobs(knobs).length > 0) knobs = { ...knobs, keyShape: DEFAULT_KNOBS.keyShape };
  return { knobs, taken, problems };
}

/** All that makes a pipeline, as it is handed on: what is not named is where it starts. */
export interface HandedKnobs {
  readonly knobs: KnobValues;
  /** Of keys of one's own, in the order of their weights; null where they have none. */
  readonly keyNames: readonly string[] | null;
}

/** Keys of one's own only where they are in use. */
export function handedKnobs(knobs: Knobs): HandedKnobs {
  const { keyShape, keyNames } = knobs;
  if (keyShape !== 'weights')
    return { knobs: knobValues({ ...knobs, weights: [] }, DEFAULT_KNOBS), keyNames: null };
  return { knobs: knobValues(knobs, DEFAULT_KNOBS), keyNames: keyNames.length > 0 ? keyNames : null };
}

/** Keys get their names where there is one for each; else they are numbers. */
export function openHandedKnobs({ knobs: values, keyNames }: HandedKnobs): TakenKnobs {
  const { knobs, taken, problems } = takeKnobs(DEFAULT_KNOBS, Object.entries(values));
  const isNamed = keyNames !== null && keyNames.length === knobs.weights.length;
  return { knobs: isNamed ? { ...knobs, keyNames } : knobs, taken, problems };
}

function changeOf(id: string, text: string): Partial<Knobs> | undefined {
  const knob = KNOBS.find((each) => each.id === id);
  return knob && { [knob.id]: typedValue(knob, text), ...(knob.type === 'weights' ? { keyNames: [] } : {}) };
}

/** Of the right type or not: the check says so. */
function typedValue(knob: Knob, text: string): unknown {
  switch (knob.type) {
    case 'number':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'choice':
      return text;
    case 'weights':
      return text.split(' ').map(Number);
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
