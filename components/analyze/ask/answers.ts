import type { QueryRunner } from '#lib/tables/query-runner.ts';
import type { AnalysisClient } from '../session/analysis-client.ts';

/** What is known of a question: nothing yet, its answer, or why there is none. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

export const WAITING: Answer<never> = { state: 'waiting' };

/** Answers of a log stay true, so each question is asked once; they go with the log's worker. */
const known = new WeakMap<AnalysisClient, Map<string, Answer<unknown>>>();

export function knownAnswer<T>(client: AnalysisClient, question: string): Answer<T> | undefined {
  return known.get(client)?.get(question) as Answer<T> | undefined;
}

export async function askOnce<T>(
  client: AnalysisClient,
  question: string,
  ask: (query: QueryRunner) => Promise<T>,
): Promise<Answer<T>> {
  const before = knownAnswer<T>(client, question);
  if (before && before.state !== 'failed') return before;
  const query: QueryRunner = async <Row>(sql: string) => (await client.query(sql)).rows as readonly Row[];
  let answer: Answer<T>;
  try {
    answer = { state: 'ready', value: await ask(query) };
  } catch (error) {
    answer = { state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  const answers = known.get(client) ?? new Map<string, Answer<unknown>>();
  answers.set(question, answer);
  known.set(client, answers);
  return answer;
}
