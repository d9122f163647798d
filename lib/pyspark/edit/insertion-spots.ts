import { outputOf } from '#lib/plan/logical/output.ts';
import type { ReadProject } from '../predict-program.ts';
import { framesAt, type NamedFrame } from './frames-at.ts';
import type { GraphEdit } from './graph-edit.ts';
import { type Place, placeBehind, placeOnEdge } from './insert-operation.ts';
import { callOf, operationsOf, type Taken } from './operation-graph.ts';
import { Refused } from './refused.ts';
import { readersOf } from './shared-results.ts';
import { named, nameOf } from './site.ts';
import { wholeOf } from './whole-operation.ts';

/** A place next to an operation where another one can be written. */
export interface InsertionSpot {
  readonly where: Pick<Extract<GraphEdit, { kind: 'insert' }>, 'after' | 'before' | 'input'>;
  /** Such as `before join() on line 7, on its right side`. */
  readonly label: string;
  /** Columns that are there; empty where they are not known. */
  readonly columns: readonly string[];
  /** DataFrames that have a name there. */
  readonly frames: readonly NamedFrame[];
}

export interface InsertionSpots {
  readonly spots: readonly InsertionSpot[];
  /** Why there is none. */
  readonly why?: string;
}

/**
 * Where something can be inserted around an operation: behind it, on each of the edges that begin there where several do,
 * and on the edges that end at it.
 */
export function insertionSpots(read: ReadProject, at: number): InsertionSpots {
  const { taken } = operationsOf(read);
  const readers = readersOf(read, [at]);
  const starting =
    readers.length > 1 ? taken.filter(({ from, to }) => from === at && readers.includes(to)) : [];
  const ending = taken.filter(({ to }) => to === at);
  const found = [
    tried(() => spotBehind(read, at, readers.length)),
    ...starting.map((edge) => tried(() => spotOn(read, edge, 'only '))),
    ...ending.map((edge) => tried(() => spotOn(read, edge, ''))),
  ];
  const spots = found.flatMap(({ spot }) => spot ?? []);
  return spots.length > 0 ? { spots } : { spots, why: found[0]?.why ?? '' };
}

/**
 * The spot that an edge of the plan stands for, which ends at an operation and begins where all of `upstream` (operations) has
 * come together. A join has two edges of which each comes from operations of its own.
 */
export function spotOfEdge(
  read: ReadProject,
  spots: readonly InsertionSpot[],
  at: number,
  upstream: readonly number[],
): InsertionSpot | undefined {
  const weighed = spots
    .filter(({ where }) => where.before === at)
    .map((spot) => {
      const above = allAbove(read, spot.where.after);
      return { spot, shared: upstream.filter((each) => above.has(each)).length, size: above.size };
    });
  return weighed.toSorted((a, b) => b.shared - a.shared || a.size - b.size)[0]?.spot;
}

function spotBehind(read: ReadProject, at: number, readers: number): InsertionSpot {
  const place = placeBehind(read, at);
  const label = `behind ${nameOf(read, at)}${readers > 1 ? `, for all ${readers} that read it` : ''}`;
  return { where: { after: at }, label, ...knownAt(read, place) };
}

function spotOn(read: ReadProject, { from, to, input }: Taken, only: string): InsertionSpot {
  const place = placeOnEdge(read, from, to, input);
  const { operation } = wholeOf(read, to)[0]!;
  const label = `${only}before ${named(operation)}${sideOf(read, to, input)}`;
  return { where: { after: from, before: to, input }, label, ...knownAt(read, place) };
}

function sideOf(read: ReadProject, at: number, input: number): string {
  const inputs = new Set(operationsOf(read).taken.flatMap((edge) => (edge.to === at ? edge.input : [])));
  if (inputs.size < 2) return '';
  return `, on ${['its left side', 'its right side'][input] ?? `input ${input + 1}`}`;
}

function knownAt(read: ReadProject, { source, file, end }: Place): Pick<InsertionSpot, 'columns' | 'frames'> {
  const gives = callOf(read, source)?.gives;
  const plan = gives?.kind === 'frame' ? gives.plan : undefined;
  const columns = plan ? outputOf(plan).map(({ name }) => name) : [];
  return { columns: [...new Set(columns)], frames: framesAt(read, file, end) };
}

/** An operation with all whose results are in its own. */
function allAbove(read: ReadProject, at: number): ReadonlySet<number> {
  const found = new Set([at]);
  // A set that grows while it is walked is walked to its new end.
  for (const each of found)
    for (const { from, to } of operationsOf(read).taken) if (to === each) found.add(from);
  return found;
}

function tried(find: () => InsertionSpot): { readonly spot?: InsertionSpot; readonly why?: string } {
  try {
    return { spot: find() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { why: error.message };
  }
}
