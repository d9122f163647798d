import { describe, expect, it } from 'vitest';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import type { NumberKnob } from '#lib/simulator/pipeline/knob.ts';
import { KNOBS } from '#lib/simulator/pipeline/knob-list.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { nextSliderValue, SLIDER_MAX, sliderPosition, sliderValue } from './slider-scale.ts';

const numbers = KNOBS.filter((knob): knob is NumberKnob => knob.type === 'number');
const knob = (id: keyof Knobs) => numbers.find((each) => each.id === id)!;
const positions = Array.from({ length: SLIDER_MAX + 1 }, (_, i) => i);

describe('the slider of a knob', () => {
  it.each(numbers.map((each) => [each.id, each] as const))(
    'of %s runs from end to end through values that may be',
    (id, each) => {
      const values = positions.map((position) => sliderValue(each, position));
      expect([values[0], values.at(-1)]).toEqual([each.min, each.max]);
      expect(values.every((value, i) => i === 0 || value >= values[i - 1]!)).toBe(true);
      for (const value of values) expect(checkKnobs({ ...DEFAULT_KNOBS, [id]: value })).toEqual([]);
    },
  );

  it('gives sizes and counts that are round', () => {
    expect(
      sliderValue(knob('shufflePartitions'), sliderPosition(knob('shufflePartitions'), 2000)) % 100,
    ).toBe(0);
    const gib = sliderValue(knob('dataBytes'), sliderPosition(knob('dataBytes'), 20 * 2 ** 30)) / 2 ** 30;
    expect(Number.isInteger(gib)).toBe(true);
  });

  it.each(numbers.map((each) => [each.id, each] as const))(
    'of %s moves on with every key until its end',
    (_, each) => {
      let value = each.min;
      for (let presses = 0; value < each.max; presses++) {
        const next = nextSliderValue(each, value, 'ArrowRight')!;
        expect(next).toBeGreaterThan(value);
        expect(presses).toBeLessThanOrEqual(SLIDER_MAX);
        value = next;
      }
      expect(nextSliderValue(each, each.max, 'ArrowRight')).toBe(each.max);
      expect(nextSliderValue(each, each.max, 'PageDown')).toBeLessThan(each.max);
    },
  );

  it('leaves other keys alone', () => {
    expect(nextSliderValue(knob('files'), 5, 'a')).toBeUndefined();
  });
});
