import { useEffect } from 'react';
import { whenIdle } from '#components/ui/when-idle.ts';

/** "thing · screen · Shufflescope": what is open comes first, since tabs show only the beginning. */
export function useDocumentTitle(thing: string | undefined, screen: string): void {
  useEffect(() => {
    const name = () => {
      document.title = [thing, screen, 'Shufflescope'].filter(Boolean).join(' · ');
    };
    name();
    // Next puts the page's own title in place once more, when it has woken up to its end.
    return whenIdle(name);
  }, [thing, screen]);
}
