import type { SliderRange } from '#components/simulator/knobs/slider-scale.ts';
import { unreachable } from '#lib/base/assert.ts';
import type { SliderQuestion } from '#lib/learn/question/question.ts';
import type { FigureUnit } from '#lib/learn/scenario/figure.ts';
import { knobText, knobValue } from '#lib/simulator/pipeline/knob-text.ts';

/** Nouns that people type behind a number of things. */
const NOUNS = /\s*(records?|rows?|tasks?|files?|jobs?|x)$/i;

/** The question's slider, as the simulator's sliders are described. */
export function rangeOf({ min, max, scale, unit }: Pick<SliderQuestion, 'min' | 'max' | 'scale' | 'unit'>) {
  const written = writtenAs(unit);
  const step = written === 'share' ? 0.01 : written === 'ratio' ? 0.1 : 1;
  return { min, max, scale, unit: written, step } satisfies SliderRange;
}

/** As the field shows it: without loss, so that it can be typed again. */
export function fieldText(question: SliderQuestion, value: number): string {
  return knobText(rangeOf(question), value);
}

/** What was typed, or why it is no answer. */
export function typedNumber(
  question: SliderQuestion,
  typed: string,
): { readonly value: number } | { readonly problem: string } {
  const range = rangeOf(question);
  const value = knobValue(range, typed.trim().replace(NOUNS, ''));
  const span = `${knobText(range, range.min)} to ${knobText(range, range.max)}`;
  if (Number.isNaN(value)) return { problem: `Not a number that fits: ${span}.` };
  if (value < range.min || value > range.max) return { problem: `Out of range: ${span}.` };
  return { value: range.step === 1 ? Math.round(value) : value };
}

function writtenAs(unit: FigureUnit): SliderRange['unit'] {
  switch (unit) {
    case 'bytes':
    case 'ms':
    case 'share':
    case 'ratio':
      return unit;
    case 'records':
    case 'tasks':
    case 'files':
    case 'count':
    case 'text':
      return 'count';
    default:
      return unreachable(unit);
  }
}
