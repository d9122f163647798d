import { createStore } from '#components/shell/store.ts';
import type { Judgement } from '#lib/learn/question/question.ts';
import type { CommittedAnswer } from '#lib/learn/run/scenario-run.ts';

/** An answer about a run, and what the run said to it. */
export interface Answered {
  readonly committed: CommittedAnswer;
  readonly judgement: Judgement;
}

export type Answers = Readonly<Record<string, Answered>>;

const NONE: Answers = {};

/** Answers by question, about the run that is open. They last as long as the tab: what they tell is of the run. */
const kept = createStore<{ readonly run: string; readonly answers: Answers }>({ run: '', answers: NONE });

export const { subscribe } = kept;

export function answersOf(run: string): Answers {
  const known = kept.get();
  return known.run === run ? known.answers : NONE;
}

/** Keeps an answer; the first one stands. */
export function keepAnswer(run: string, question: string, answered: Answered): void {
  const answers = answersOf(run);
  if (answers[question] === undefined) kept.set({ run, answers: { ...answers, [question]: answered } });
}
