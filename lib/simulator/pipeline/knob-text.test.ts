import { describe, expect, it } from 'vitest';
import type { NumberKnob } from './knob.ts';
import { KNOBS } from './knob-list.ts';
import { knobText, knobValue } from './knob-text.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { PRESETS } from './presets.ts';

const numbers = KNOBS.filter((knob): knob is NumberKnob => knob.type === 'number');
const knob = (id: keyof Knobs) => numbers.find((each) => each.id === id)!;

describe('the field of a knob', () => {
  it.each([
    ['dataBytes', 20 * 2 ** 30, '20 GiB'],
    ['otherBytes', 10 * 2 ** 20 - 1, '10,485,759 B'],
    ['shuffleRate', 250 * 2 ** 20, '250 MiB/s'],
    ['executorStartMs', 10_000, '10 s'],
    ['taskMs', 20, '20 ms'],
    ['hotShare', 0.33, '33 %'],
    ['broadcastThreshold', -1, 'off'],
    ['files', 40_000, '40,000'],
  ] as const)('shows %s of %d as "%s"', (id, value, text) => {
    expect(knobText(knob(id), value)).toBe(text);
  });

  it('reads back what it shows, for every knob of every situation', () => {
    for (const knobs of [DEFAULT_KNOBS, ...PRESETS.map((preset) => preset.knobs)])
      for (const each of numbers)
        expect([each.id, knobValue(each, knobText(each, knobs[each.id] as number))]).toEqual([
          each.id,
          knobs[each.id],
        ]);
  });

  it.each([
    ['dataBytes', '1.5 tb', 1.5 * 2 ** 40],
    ['dataBytes', '128m', 128 * 2 ** 20],
    ['dataBytes', '1024', 1024],
    ['shufflePartitions', '2k', 2000],
    ['shufflePartitions', '1 000', 1000],
    ['executorStartMs', '2 min', 120_000],
    ['hotShare', '0.5', 0.5],
    ['shufflePartitions', '1e15', 1e15],
    ['shufflePartitions', '-5', -5],
  ] as const)('takes for %s "%s"', (id, text, value) => {
    expect(knobValue(knob(id), text)).toBeCloseTo(value, 6);
  });

  it.each(['', 'many', 'NaN', '--5', '5 parsecs', '∞', `1${'0'.repeat(50)}`, '1e', '. '])(
    'does not take "%s" for a number',
    (text) => {
      expect(knobValue(knob('shufflePartitions'), text)).toBeNaN();
    },
  );
});
