import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width by height of an element, in steps: a graph is not laid out anew for every pixel. */
export function useAspect(element: RefObject<HTMLElement | null>): number {
  const [aspect, setAspect] = useState(1);
  useLayoutEffect(() => {
    const current = element.current;
    if (!current) return;
    const look = () => {
      const { clientWidth, clientHeight } = current;
      if (clientHeight > 0) setAspect(Math.max(0.5, Math.round((clientWidth / clientHeight) * 4) / 4));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return aspect;
}
