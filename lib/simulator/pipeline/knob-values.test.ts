import { describe, expect, it } from 'vitest';
import { handedKnobs, knobValues, openHandedKnobs, takeKnobs } from './knob-values.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { PRESETS } from './presets.ts';

const OWN: Knobs = {
  ...DEFAULT_KNOBS,
  ...{ keyShape: 'weights', weights: [90, 6.5, 4], keyNames: ['Ann', 'Bob', 'Cleo'], adaptive: false },
};

describe('knobs as plain values', () => {
  it('are those that differ, without the names of keys', () => {
    expect(knobValues(OWN, DEFAULT_KNOBS)).toEqual({
      ...{ keyShape: 'weights', weights: '90 6.5 4', adaptive: false },
    });
  });

  it.each([OWN, ...PRESETS.map(({ knobs }) => knobs)])(
    'are handed on without loss, situation %#',
    (knobs) => {
      expect(openHandedKnobs(handedKnobs(knobs))).toMatchObject({ knobs, problems: [] });
    },
  );

  it('leave behind keys of one’s own that are not in use', () => {
    expect(handedKnobs({ ...OWN, keyShape: 'uniform' })).toEqual({
      knobs: { keyShape: 'uniform', adaptive: false },
      keyNames: null,
    });
  });

  it('are taken one by one: what is wrong stays as it was, and is named', () => {
    const { knobs, taken, problems } = takeKnobs(DEFAULT_KNOBS, [
      ['executors', 9],
      ['cores', -1],
      ['colour', 'red'],
      ['__proto__', 'x'],
      ['keyShape', 'weights'],
      ['weights', 'many'],
    ]);
    expect(knobs).toEqual({ ...DEFAULT_KNOBS, executors: 9 });
    expect(taken).toBe(2);
    expect(problems.join(' ')).toMatch(/Cores.*"-1".*"colour" is no knob.*"__proto__" is no knob.*"many"/);
  });

  it('leave keys as numbers where there is not one name for each', () => {
    const { knobs } = handedKnobs(OWN);
    for (const keyNames of [['Ann'], null])
      expect(openHandedKnobs({ knobs, keyNames }).knobs).toEqual({ ...OWN, keyNames: [] });
  });
});
