import { type RefObject, useEffect, useRef } from 'react';

/** The focus goes to what takes the place of a button that was pressed. What is there from the start takes none. */
export function useTakesFocus<T extends HTMLElement>(isThere: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  const was = useRef(isThere);
  useEffect(() => {
    if (isThere && !was.current) element.current?.focus();
    was.current = isThere;
  }, [isThere]);
  return element;
}
