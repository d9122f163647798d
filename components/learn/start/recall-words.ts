import { plural } from '#lib/base/format.ts';
import type { Recall } from '#lib/learn/recall/recall.ts';

const DAY = 24 * 60 * 60 * 1000;

/** When a question comes back. */
export function returnWords({ due }: Recall, now: number): string {
  if (due === null) return 'It was answered rightly each time, and does not come back.';
  const days = Math.max(1, Math.round((due - now) / DAY));
  return `It comes back in ${plural(days, 'day')}.`;
}

/** What is known of questions that are not due: when the next comes back. */
export function waitingWords(recalls: readonly Recall[], now: number): string {
  const dues = recalls.flatMap(({ due }) => due ?? []);
  if (dues.length === 0) return 'No question comes back any more: each was answered rightly every time.';
  const days = Math.max(1, Math.ceil((Math.min(...dues) - now) / DAY));
  return `Nothing is back today. The next question comes back in ${plural(days, 'day')}.`;
}
