import { plural } from '#lib/base/format.ts';
import { knobValues, takeKnobs } from '#lib/simulator/pipeline/knob-values.ts';
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
  for (const [id, value] of Object.entries(knobValues(knobs, baseOf(situation)))) {
    if (id === 'weights' && isOwn(knobs)) params.set(OWN_KEYS, String(knobs.weights.length));
    else params.set(id, String(value));
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
    problems.push(`There is no situation "${named.slice(0, 40)}".`);
  const wanted = params.get(OWN_KEYS);
  const own = wanted !== null && kept?.weights.length === Number(wanted) ? kept : undefined;
  if (wanted !== null && !own) problems.push(MISSING_KEYS);
  const found = takeKnobs(
    { ...baseOf(situation), ...own },
    [...params].filter(([id]) => id !== SITUATION && id !== OWN_KEYS),
  );
  problems.push(...found.problems);
  const taken = found.taken + (own ? 1 : 0);
  if (problems.length > 0)
    problems.push(`${plural(taken, 'knob')} of the address ${taken === 1 ? 'was' : 'were'} taken.`);
  return { knobs: found.knobs, situation, problems };
}

const START = { knobs: DEFAULT_KNOBS, situation: undefined } as const;
const MISSING_KEYS =
  'The address was made with keys of their own, which stay in the tab they were given to: drop or paste them again.';

function baseOf(situation: string | undefined): Knobs {
  return PRESETS.find(({ id }) => id === situation)?.knobs ?? DEFAULT_KNOBS;
}
