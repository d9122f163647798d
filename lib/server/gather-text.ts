import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerEvent } from '#lib/explain/answer-events.ts';

/**
 * Puts words together that come faster than eyes need them: each write to a connection costs, and with hundreds of readers
 * they are most of the cost. The first word, and whatever comes late, goes through at once.
 */
export async function* gatherText(
  events: AsyncGenerator<AnswerEvent>,
  everyMs: number,
): AsyncGenerator<AnswerEvent> {
  let pending = '';
  let written = Number.NEGATIVE_INFINITY;
  let next = events.next();
  const flush = function* (): Generator<AnswerEvent> {
    if (pending !== '') yield { type: 'text', text: pending };
    pending = '';
    written = performance.now();
  };
  try {
    for (;;) {
      const left = written + everyMs - performance.now();
      const result =
        pending === '' ? await next : await Promise.race([next, sleep(Math.max(0, left), undefined)]);
      if (result === undefined) {
        yield* flush();
        continue;
      }
      if (!result.done) next = events.next();
      if (!result.done && result.value.type === 'text') {
        pending += result.value.text;
        if (performance.now() - written >= everyMs) yield* flush();
        continue;
      }
      yield* flush();
      if (result.done) return;
      yield result.value;
      // What follows a start is its first word.
      written = Number.NEGATIVE_INFINITY;
    }
  } finally {
    await events.return(undefined);
  }
}
