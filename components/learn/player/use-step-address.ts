import { useEffect, useRef } from 'react';

/** The step in the address counts from 1, as on the page. */
const NAME = 'step';

export function stepHref(step: number): string {
  return `?${NAME}=${step + 1}`;
}

/** The step that an address names; undefined where it names none. */
export function stepIn(search: string): number | undefined {
  const named = new URLSearchParams(search).get(NAME);
  return named !== null && /^\d{1,3}$/.test(named) ? Number(named) - 1 : undefined;
}

/**
 * Keeps the step in the address, so that the browser's way back leads to the step before. `goTo` goes as near as it may and
 * gives the step that is shown then.
 */
export function useStepAddress(at: number, goTo: (step: number) => number): void {
  const wasRead = useRef(false);
  const go = useRef(goTo);
  useEffect(() => {
    go.current = goTo;
  });
  useEffect(() => {
    if (!wasRead.current) {
      wasRead.current = true;
      const named = stepIn(location.search);
      write(named === undefined ? at : go.current(named), 'replace');
    } else if (stepIn(location.search) !== at) write(at, 'push');
  }, [at]);
  useEffect(() => {
    const onPop = () => {
      const named = stepIn(location.search);
      if (named !== undefined) go.current(named);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
}

function write(step: number, how: 'push' | 'replace'): void {
  if (stepIn(location.search) === step) return;
  const address = `${location.pathname}${stepHref(step)}${location.hash}`;
  if (how === 'push') history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
}
