import { offsetAfter } from '#lib/pyspark/edit/apply-edits.ts';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { Place } from '#lib/pyspark/view/places.ts';

/**
 * The place to look at after edits: the same call where its text stayed, the call that was written anew where it moved, else
 * the nearest call before it that is still there. Indexes of the places before and after.
 */
export function placeAfter(
  before: readonly Place[],
  at: number,
  edits: readonly SourceEdit[],
  after: readonly Place[],
): number | undefined {
  const old = before[at];
  if (!old) return undefined;
  const keyAfter = ({ file, from }: Place) => `${file}:${offsetAfter(edits, file, from)}`;
  const kept = new Map(before.map((place, index) => [keyAfter(place), index]));
  const now = after.map((place, index) => ({
    ...place,
    index,
    was: kept.get(`${place.file}:${place.from}`),
  }));
  const same = now.find(({ was, method }) => was === at && method === old.method);
  const anew = now.find(({ was, method }) => was === undefined && method === old.method);
  const earlier = now
    .filter(({ was, file }) => was !== undefined && file === old.file && before[was]!.from < old.from)
    .toSorted((a, b) => b.from - a.from);
  return (same ?? anew ?? earlier[0])?.index;
}
