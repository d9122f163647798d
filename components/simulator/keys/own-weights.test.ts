import { describe, expect, it } from 'vitest';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { FIRST_BARS, ownKeysChosen, pastedKeys } from './own-weights.ts';

describe('keys of one’s own', () => {
  it('begin with some bars, and with those there were the next time', () => {
    const first = { ...DEFAULT_KNOBS, ...ownKeysChosen(DEFAULT_KNOBS) };
    expect(first.weights).toBe(FIRST_BARS);
    expect(checkKnobs(first)).toEqual([]);
    expect(ownKeysChosen({ ...first, weights: [1] })).toEqual({ keyShape: 'weights' });
  });

  it('are hashed by their names where they have some, else as whole numbers', () => {
    expect(pastedKeys('US, 5\nDE, 2')).toEqual({
      keyShape: 'weights',
      weights: [5, 2],
      keyNames: ['US', 'DE'],
    });
    expect(pastedKeys('5\n2')).toEqual({ keyShape: 'weights', weights: [5, 2], keyNames: [] });
  });
});
