import { places } from '#components/shell/places.ts';
import type { SharedState } from '#lib/share/kinds/kinds.ts';

export interface Adoption {
  readonly label: string;
  /** Address that opens the state for editing; undefined where this version has no such place. */
  readonly href: string | undefined;
}

/** Where a state becomes one's own: the place gets the very link in its address. */
export function adoption(state: SharedState, fragment: string): Adoption | undefined {
  switch (state.kind) {
    case 'playground':
      return { label: 'playground', href: placeHref('playground', `#${fragment}`) };
    case 'simulator':
      return { label: 'simulator', href: placeHref('simulator', `#${fragment}`) };
    case 'scenario':
      return { label: 'scenario', href: placeHref('learn', `/${state.id}#${fragment}`) };
    // A run cannot be opened without its log: these are kept as a file.
    case 'analysis':
    case 'insight':
      return undefined;
  }
}

function placeHref(id: string, rest: string): string | undefined {
  const place = places.find((each) => each.id === id);
  return place && place.href + rest;
}
