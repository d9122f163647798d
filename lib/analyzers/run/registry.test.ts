import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '#lib/model/insight.ts';
import { DETECTORS } from './registry.ts';

/** How much an option brings depends on the run, so no text says that it will. */
const PROMISES =
  /guarantee|\b(will|would) (be|run|get|become|make) \w*(fast|quick|short|cheap)|will (fix|solve|speed|save)|speeds? (it |things )?up|[\d.]+ ?x (faster|less|cheaper|quicker)|times (faster|cheaper|quicker)|always (works|helps)|never fails|for sure|definitely/i;

describe('DETECTORS', () => {
  it('has each problem once, and none that is not in the catalogue', () => {
    const ids = DETECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !PROBLEMS.includes(id))).toEqual([]);
  });

  it.each(DETECTORS.map((detector) => [detector.id, detector] as const))(
    '%s says why to care and what can be done, at what cost and when not',
    (_, { whyItMatters, options }) => {
      expect(options).not.toHaveLength(0);
      for (const sentence of [whyItMatters, ...options.flatMap((option) => Object.values(option))])
        expect(sentence).toMatch(/^\S.*\S\.$/);
      expect(options.map((option) => Object.keys(option))).toEqual(
        options.map(() => ['action', 'trade_off', 'avoid_when']),
      );
      expect(new Set(options.map(({ action }) => action)).size).toBe(options.length);
    },
  );

  // The source has all of its texts: those of options, and those that are put together for an insight.
  it.each(DETECTORS.map(({ id }) => id))('%s promises nothing in any of its texts', (id) => {
    expect(readFileSync(new URL(`./${id}.ts`, import.meta.url), 'utf8')).not.toMatch(PROMISES);
  });

  it.each([
    'Your job will be faster.',
    'This speeds up the join.',
    'It is 2x faster.',
    'Guaranteed to help.',
    'It will fix the skew.',
  ])('would notice "%s"', (promise) => {
    expect(promise).toMatch(PROMISES);
  });
});
