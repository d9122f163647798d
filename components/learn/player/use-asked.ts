import { useEffect, useState } from 'react';

/** An answer of the worker, on its way or there. */
export interface Asked<T> {
  readonly answer: T | undefined;
  readonly failure: string | undefined;
  readonly again: () => void;
}

/** Asks when `about` is another than before; undefined asks nothing. */
export function useAsked<T>(about: string | undefined, ask: () => Promise<T>): Asked<T> {
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ about: string; answer?: T; failure?: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is told by `about`
  useEffect(() => {
    if (about === undefined) return;
    let isOver = false;
    const tell = (outcome: { answer?: T; failure?: string }) => {
      if (!isOver) setTold({ about, ...outcome });
    };
    ask().then(
      (answer) => tell({ answer }),
      (error: unknown) => tell({ failure: messageOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [about, attempt]);
  const now = told?.about === about ? told : undefined;
  return {
    answer: now?.answer,
    failure: now?.failure,
    again: () => {
      setTold(undefined);
      setAttempt(attempt + 1);
    },
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
