import { describe, expect, it } from 'vitest';
import { firstRecall, nextRecall } from '#lib/learn/recall/recall.ts';
import { returnWords, waitingWords } from './recall-words.ts';

const DAY = 86_400_000;
const first = firstRecall('short', 0);

describe('a question that comes back', () => {
  it('says in how many days, longer after each right answer', () => {
    expect(returnWords(first, 0)).toBe('It comes back in 1 day.');
    const second = nextRecall(first, 'right', DAY);
    expect(returnWords(second, DAY)).toBe('It comes back in 3 days.');
    expect(returnWords(nextRecall(second, 'off', 4 * DAY), 4 * DAY)).toBe('It comes back in 1 day.');
  });

  it('says when it does not come back', () => {
    const done = [DAY, 4 * DAY, 11 * DAY].reduce((recall, now) => nextRecall(recall, 'right', now), first);
    expect(returnWords(done, 12 * DAY)).toContain('does not come back');
    expect(waitingWords([done], 12 * DAY)).toContain('any more');
  });

  it('is announced while it waits', () => {
    const later = firstRecall('other', DAY);
    expect(waitingWords([later, first], DAY / 2)).toContain('in 1 day.');
    expect(waitingWords([later], 0)).toContain('in 2 days.');
  });
});
