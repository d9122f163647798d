import type { Outcome } from '../question/question.ts';

/** A question that comes back. Times in epoch ms. */
export interface Recall {
  readonly scenario: string;
  /** How many of its returns were answered rightly, one after the other. */
  readonly level: number;
  /** Null when it has come back for the last time. */
  readonly due: number | null;
  /** Right answers in all. */
  readonly right: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** When a question comes back: that long after the one before. */
export const RECALL_DAYS = [1, 3, 7] as const;

/** Its first return, a day after the scenario was finished. */
export function firstRecall(scenario: string, finishedAt: number): Recall {
  return { scenario, level: 0, due: finishedAt + RECALL_DAYS[0] * DAY, right: 0 };
}

/** The next return: later after a right answer, and from the beginning otherwise. None after the last. */
export function nextRecall(recall: Recall, outcome: Outcome, now: number): Recall {
  const isRight = outcome === 'right';
  const level = isRight ? recall.level + 1 : 0;
  const days = RECALL_DAYS[level];
  const due = days === undefined ? null : now + days * DAY;
  return { ...recall, level, due, right: recall.right + Number(isRight) };
}

/** What is due, the longest waiting first. */
export function dueRecalls(recalls: readonly Recall[], now: number): readonly Recall[] {
  const waiting = recalls.flatMap((recall) =>
    recall.due !== null && recall.due <= now ? [{ recall, due: recall.due }] : [],
  );
  return waiting.toSorted((a, b) => a.due - b.due).map(({ recall }) => recall);
}
