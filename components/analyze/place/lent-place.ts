import { createStore } from '#components/shell/store.ts';
import type { Place } from './place.ts';

/** Where a scenario is in the run that it shows. It is no address: the one of the page is the scenario's own. */
export interface LentPlace {
  readonly place: Place;
  /** A stage that is brought out: "7.0". */
  readonly pointed: string | undefined;
  /** What happens when somebody wants to go somewhere. */
  readonly onGo: (place: Place) => void;
}

/** Undefined on the page of the analysis, where the address says it. */
export const lentPlace = createStore<LentPlace | undefined>(undefined);
