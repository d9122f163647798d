import { describe, expect, it } from 'vitest';
import { dueRecalls, firstRecall, nextRecall, type Recall } from './recall.ts';

const DAY = 86_400_000;
const daysUntil = ({ due }: Recall, now: number) => (due === null ? undefined : (due - now) / DAY);

describe('a question that comes back', () => {
  it('comes after one, three and seven days, and then no more', () => {
    const first = firstRecall('skewed-join', 0);
    expect(daysUntil(first, 0)).toBe(1);
    const second = nextRecall(first, 'right', DAY);
    expect(daysUntil(second, DAY)).toBe(3);
    const third = nextRecall(second, 'right', 4 * DAY);
    expect(daysUntil(third, 4 * DAY)).toBe(7);
    const last = nextRecall(third, 'right', 11 * DAY);
    expect([last.due, last.right]).toEqual([null, 3]);
    expect(dueRecalls([last], 99 * DAY)).toEqual([]);
  });

  it('starts over after an answer that was not right', () => {
    const second = nextRecall(firstRecall('skewed-join', 0), 'right', DAY);
    for (const outcome of ['close', 'off', 'no-idea'] as const) {
      const again = nextRecall(second, outcome, 10 * DAY);
      expect([again.level, daysUntil(again, 10 * DAY), again.right]).toEqual([0, 1, 1]);
    }
  });

  it('is due from its day on, the longest waiting first', () => {
    const recalls = ['a', 'b', 'c'].map((id, i) => firstRecall(id, (3 - i) * DAY));
    expect(dueRecalls(recalls, 3 * DAY).map(({ scenario }) => scenario)).toEqual(['c', 'b']);
  });
});
