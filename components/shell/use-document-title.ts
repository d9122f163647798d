import { useEffect } from 'react';

/** "thing · screen · Shufflescope": what is open comes first, since tabs show only the beginning. */
export function useDocumentTitle(thing: string | undefined, screen: string): void {
  useEffect(() => {
    document.title = [thing, screen, 'Shufflescope'].filter(Boolean).join(' · ');
  }, [thing, screen]);
}
