import { type RefObject, useEffect, useState } from 'react';

export interface ScrolledRegion {
  readonly scrollTop: number;
  readonly height: number;
}

/** Where a scrolling region is and how high it is. */
export function useScrolled(region: RefObject<HTMLElement | null>): ScrolledRegion {
  const [scrolled, setScrolled] = useState<ScrolledRegion>({ scrollTop: 0, height: 0 });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, clientHeight: height } = element;
      setScrolled((old) =>
        old.scrollTop === scrollTop && old.height === height ? old : { scrollTop, height },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [region]);
  return scrolled;
}
