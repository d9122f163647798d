import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { lineTicks, rightSpan, shareOf } from './number-line-layout.ts';

const sliders = SCENARIOS.flatMap(({ id, steps }) =>
  steps.flatMap((step) => {
    const asked =
      step.kind === 'transfer' ? step.vary(seededRandom(1)) : 'question' in step ? step : undefined;
    return asked?.question.kind === 'slider' ? [[`${id}, ${step.id}`, asked.question] as const] : [];
  }),
);
const LOG = { min: 1, max: 10_000, scale: 'log', unit: 'tasks' } as const;

describe('the line on which an answer and the outcome lie', () => {
  it('goes by magnitude or in proportion, as the question does', () => {
    expect(shareOf(LOG, 100)).toBeCloseTo(0.5);
    expect(shareOf({ ...LOG, scale: 'linear', min: 0, max: 1 }, 0.25)).toBeCloseTo(0.25);
    expect([shareOf(LOG, 0.1), shareOf(LOG, 1e9)]).toEqual([0, 1]);
  });

  it('has round values', () => {
    expect(lineTicks(LOG, 5)).toEqual([1, 10, 100, 1000, 10_000]);
    expect(lineTicks(LOG, 3)).toEqual([1, 100, 10_000]);
    expect(lineTicks({ min: 2 ** 20, max: 2 ** 40, scale: 'log', unit: 'bytes' }, 9)).toEqual([
      2 ** 20,
      2 ** 25,
      2 ** 30,
      2 ** 35,
      2 ** 40,
    ]);
    expect(lineTicks({ min: 10, max: 86_400_000, scale: 'log', unit: 'ms' }, 4)).toEqual([
      10, 1000, 60_000, 3_600_000,
    ]);
    expect(lineTicks({ min: 0, max: 1, scale: 'linear', unit: 'share' }, 5)).toEqual([
      0, 0.2, 0.4, 0.6, 0.8, 1,
    ]);
  });

  it.each(sliders)('has a few values for %s, all within its ends', (_, question) => {
    const values = lineTicks(question, 5);
    expect(values.length).toBeGreaterThan(1);
    expect(values.length).toBeLessThanOrEqual(6);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(question.min * (1 - 1e-9));
      expect(value).toBeLessThanOrEqual(question.max * (1 + 1e-9));
    }
    const [from, to] = rightSpan(question, Math.sqrt(Math.max(1e-3, question.min) * question.max));
    expect(shareOf(question, from)).toBeLessThan(shareOf(question, to));
  });
});
