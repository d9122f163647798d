import { lentPlace } from './lent-place.ts';
import { hrefOf, type Place, placeOf } from './place.ts';

/** Shows another view; Back returns. Next hears of it without asking the server, so it works without network. */
export function goTo(place: Place): void {
  const lent = lentPlace.get();
  if (lent) {
    lent.onGo(place);
    return;
  }
  const before = placeOf(new URLSearchParams(location.search));
  history.pushState(null, '', hrefOf(place));
  if (before.view !== place.view || before.stage !== place.stage) window.scrollTo({ top: 0 });
}

/** The same for a change that is no step of its own, such as panning. */
export function moveTo(place: Place): void {
  if (lentPlace.get()) return;
  history.replaceState(null, '', hrefOf(place));
}
