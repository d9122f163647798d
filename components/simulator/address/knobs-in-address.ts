import { plural } from '#lib/base/format.ts';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import { changedKnobs } from '#lib/simulator/pipeline/compare-runs.ts';
import type { Knob } from '#lib/simulator/pipeline/knob.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';

/** Keys of one's own: they stay in the tab, an address only says how many there are. */
export type OwnKeys = Pick<Knobs, 'weights' | 'keyNames'>;

export interface FromAddress {
  readonly knobs: Knobs;
  readonly situation: string | undefined;
  /** What could not be taken, in words. */
  readonly problems: readonly string[];
}

const SITUATION = 'situation';
const OWN_KEYS = 'ownKeys';
/** Drawn bars go into the address; longer lists would make it unwieldy. */
const MAX_DRAWN = 64;
const MAX_LENGTH = 20_000;

/** The knobs that differ from their situation, or from where they start, as the fragment of an address. "" for none. */
export function toFragment(knobs: Knobs, situation: string | undefined): string {
  const params = new URLSearchParams();
  if (situation !== undefined) params.set(SITUATION, situation);
  for (const id of changedKnobs(baseOf(situation), knobs)) {
    if (id !== 'weights') params.set(id, String(knobs[id]));
    else if (isOwn(knobs)) params.set(OWN_KEYS, String(knobs.weights.length));
    else params.set(id, knobs.weights.join(' '));
  }
  return params.toString();
}

/** Whether the keys are somebody's data rather than a drawing. */
export function isOwn({ weights, keyNames }: OwnKeys): boolean {
  return keyNames.length > 0 || weights.length > MAX_DRAWN;
}

/**
 * The knobs of a fragment (without its "#"). Whatever is not understood or out of range stays where it is and is named, so
 * that a mistyped or older address still opens. `kept` are the keys that this tab holds.
 */
export function fromFragment(fragment: string, kept: OwnKeys | undefined): FromAddress {
  if (fragment.length > MAX_LENGTH)
    return { ...START, problems: [`The address is longer than ${MAX_LENGTH} characters and was not read.`] };
  const params = new URLSearchParams(fragment);
  const problems: string[] = [];
  const named = params.get(SITUATION) ?? undefined;
  const situation = PRESETS.find(({ id }) => id === named)?.id;
  if (named !== undefined && situation === undefined)
    problems.push(`There is no situation "${short(named)}".`);
  let knobs = baseOf(situation);
  let taken = 0;
  for (const [id, text] of params) {
    if (id === SITUATION) continue;
    const changes = id === OWN_KEYS ? ownKeys(Number(text), kept) : changeOf(id, text);
    const next = { ...knobs, ...changes };
    if (changes === undefined) problems.push(id === OWN_KEYS ? MISSING_KEYS : `"${short(id)}" is no knob.`);
    else {
      const [wrong] = checkKnobs(next).filter((problem) => problem.id in changes);
      if (wrong) problems.push(`${wrong.message} The address has "${short(text)}".`);
      else {
        taken += 1;
        knobs = next;
      }
    }
  }
  if (checkKnobs(knobs).length > 0) knobs = { ...knobs, keyShape: DEFAULT_KNOBS.keyShape };
  if (problems.length > 0)
    problems.push(`${plural(taken, 'knob')} of the address ${taken === 1 ? 'was' : 'were'} taken.`);
  return { knobs, situation, problems };
}

const START = { knobs: DEFAULT_KNOBS, situation: undefined } as const;
const MISSING_KEYS =
  'The address was made with keys of their own, which stay in the tab they were given to: drop or paste them again.';

function baseOf(situation: string | undefined): Knobs {
  return PRESETS.find(({ id }) => id === situation)?.knobs ?? DEFAULT_KNOBS;
}

function ownKeys(count: number, kept: OwnKeys | undefined): Partial<Knobs> | undefined {
  return kept?.weights.length === count ? kept : undefined;
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
