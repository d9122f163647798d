import { useEffect, useState } from 'react';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { analysisClient } from '../session/analysis-session.ts';
import { type Answer, askOnce, knownAnswer, WAITING } from './answers.ts';

/**
 * The answer to a question about the open log. `question` names it, parameters included; a changed question keeps
 * showing the answer before until the new one is there.
 */
export function useAnswer<T>(question: string, ask: (query: QueryRunner) => Promise<T>): Answer<T> {
  const client = analysisClient();
  const [latest, setLatest] = useState<{ readonly answer: Answer<T>; readonly question: string }>();
  const known = knownAnswer<T>(client, question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for what `ask` does
  useEffect(() => {
    let current = true;
    askOnce(client, question, ask).then((answer) => {
      if (current) setLatest({ answer, question });
    });
    return () => {
      current = false;
    };
  }, [client, question]);

  return known ?? latest?.answer ?? WAITING;
}
