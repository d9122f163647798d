import { stopsAt } from '#components/graph/graph-index.ts';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { Place } from '#lib/pyspark/view/places.ts';
import { playground, select } from '../session/playground-session.ts';
import { placeAfter } from './place-after.ts';

/** Edits of the text, with what was looked at before them. */
export interface Followed {
  readonly places: readonly Place[];
  readonly place: number | undefined;
  readonly edits: readonly SourceEdit[];
}

let stopWaiting: (() => void) | undefined;

/**
 * With the next prediction the same operation is selected again, wherever it is then: before anything is drawn, since the old
 * selection may mean another one or none. `onPlace` hears of it first.
 */
export function followEdit(
  { places, place, edits }: Followed,
  onPlace: (place: number | undefined) => void,
): void {
  const { id, shown: before, selection } = playground.get();
  const wasEdge = before?.graph.edges.some(({ id }) => id === selection.stop) === true;
  stopWaiting?.();
  stopWaiting = playground.subscribe(() => {
    const { id: program, shown } = playground.get();
    if (program === id && (!shown || shown.view === before?.view)) return;
    stopWaiting?.();
    stopWaiting = undefined;
    if (program !== id || !shown) return;
    const now = place === undefined ? undefined : placeAfter(places, place, edits, shown.view.places);
    const stops = now === undefined ? [] : stopsAt(shown.graph, now);
    // A node stays a node, and a shuffle a shuffle, where the place still has one.
    const alike = stops.filter((id) => shown.graph.edges.some((edge) => edge.id === id) === wasEdge);
    onPlace(now);
    select({ place: now, stop: alike.find((id) => id === selection.stop) ?? alike[0] ?? stops[0] });
  });
}
