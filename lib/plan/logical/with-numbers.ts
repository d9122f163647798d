import { ADDED_IDS } from '../jobs/action-plan.ts';
import type { PlanKey } from './plan-key.ts';

/** The numbers that two plans with one key differ in. */
export type PlanNumbers = Pick<PlanKey, 'places'> & Partial<Pick<PlanKey, 'ids'>>;

/**
 * What was made of a plan, as it would have been made of another plan with the same key: every `at` in it is changed, and
 * every `id` where ids are given; the rest is shared. Itself where the numbers are the same.
 */
export function withNumbers<T extends object>(made: T, from: PlanNumbers, to: PlanNumbers): T {
  const places = differing(from.places, to.places);
  const ids = differing(from.ids ?? [], to.ids ?? []);
  if (places.size === 0 && ids.size === 0) return made;
  const [last, newLast] = [largest(from.ids), largest(to.ids)];
  const renamed: Renamed = {
    at: (place) => places.get(place) ?? place,
    // Ids beyond the plan's own are the optimizer's, which counts on from the largest of them.
    id: (id) =>
      ids.size === 0 || id >= ADDED_IDS ? id : id > last ? id - last + newLast : (ids.get(id) ?? id),
  };
  return copied(made, renamed, new Map()) as T;
}

interface Renamed {
  at(place: number): number;
  id(id: number): number;
}

function differing(from: readonly number[], to: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    from.flatMap((each, i) => (to[i] === each || to[i] === undefined ? [] : [[each, to[i]] as const])),
  );
}

function largest(ids: readonly number[] = []): number {
  return ids.reduce((most, id) => Math.max(most, id), 0);
}

/** Objects that are shared are shared in the copy. */
function copied(value: unknown, renamed: Renamed, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const each of value) list.push(copied(each, renamed, copies));
    return list;
  }
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'number') copy[name] = copied(part, renamed, copies);
    else copy[name] = name === 'at' ? renamed.at(part) : name === 'id' ? renamed.id(part) : part;
  }
  return copy;
}
