import { useEffect, useState } from 'react';
import { learnClient } from '../worker/learn-client.ts';
import type { KnownFigures } from '../worker/protocol.ts';
import { messageOf } from './use-asked.ts';

export interface FiguresState {
  /** As far as the engines have told them. */
  readonly known: KnownFigures | undefined;
  readonly failure: string | undefined;
  readonly again: () => void;
}

/** Figures of a scenario and its variant, as they come. */
export function useFigures(scenario: string, seed: number): FiguresState {
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ of: string; known?: KnownFigures; failure?: string }>();
  const of = `${scenario} ${seed} ${attempt}`;
  useEffect(() => {
    let isOver = false;
    const tell = (news: { known?: KnownFigures; failure?: string }) => {
      if (!isOver) setTold((before) => ({ ...(before?.of === of ? before : undefined), of, ...news }));
    };
    learnClient()
      .remote.figures(scenario, seed, (known) => tell({ known }))
      .catch((error: unknown) => tell({ failure: messageOf(error) }));
    return () => {
      isOver = true;
    };
  }, [scenario, seed, of]);
  const now = told?.of === of ? told : undefined;
  return { known: now?.known, failure: now?.failure, again: () => setAttempt(attempt + 1) };
}
