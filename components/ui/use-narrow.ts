import { useSyncExternalStore } from 'react';

/** As Tailwind's `max-md`. */
const QUERY = '(width < 48rem)';

/** Whether the window is as narrow as a phone's, for what classes cannot change. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(QUERY);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
