import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { OrderQuestion, PickQuestion, SketchQuestion, SliderQuestion } from './question.ts';

const none = { kind: 'no-idea' } as const;
const number = (value: number) => ({ kind: 'number', value }) as const;

const slider: SliderQuestion = {
  ...{ kind: 'slider', ask: 'How large?', needs: [], truth: 'largest', unit: 'bytes' },
  ...{ min: 1, max: 1000, scale: 'log', right: 1.25, close: 2 },
  beliefs: [{ answer: 'even', say: 'Rows of one key stay together.' }],
};
const values = { largest: 100, even: 10, mode: 'on' };

describe('judge: a number', () => {
  const outcome = (value: number) => judge(slider, number(value), values, {}).outcome;

  it('counts by factors on a log scale', () => {
    expect([80, 125, 51, 200, 49, 201].map(outcome)).toEqual([
      ...['right', 'right', 'close', 'close', 'off', 'off'],
    ]);
  });

  it('counts by shares of the range on a linear one', () => {
    const linear = { ...slider, scale: 'linear', min: 0, max: 200, right: 0.05, close: 0.2 } as const;
    const of = (value: number) => judge(linear, number(value), values, {}).outcome;
    expect([110, 140, 141].map(of)).toEqual(['right', 'close', 'off']);
    expect(of(0)).toBe('off');
  });

  it('knows what somebody thought who is off by it', () => {
    expect(judge(slider, number(11), values, {}).says).toBe('Rows of one key stay together.');
    expect(judge(slider, number(40), values, {}).says).toBeUndefined();
    expect(judge(slider, number(101), values, {}).says).toBeUndefined();
  });

  it('takes "no idea" for an answer and shows the truth', () => {
    expect(judge(slider, none, values, {})).toEqual({
      ...{ outcome: 'no-idea', truth: number(100), says: undefined },
    });
  });
});

describe('judge: a pick', () => {
  const pick: PickQuestion = {
    ...{ kind: 'pick', ask: 'What happens?', needs: [] },
    options: [
      { id: 'on', label: 'On', isSo: ({ mode }) => mode === 'on', say: 'It is on.' },
      { id: 'off', label: 'Off', isSo: ({ mode }) => mode === 'off', say: 'It was switched on.' },
    ],
  };

  it('goes by what the engine says', () => {
    expect(judge(pick, { kind: 'option', id: 'off' }, values, {})).toEqual({
      ...{ outcome: 'off', truth: { kind: 'option', id: 'on' }, says: 'It was switched on.' },
    });
    expect(judge(pick, { kind: 'option', id: 'off' }, { mode: 'off' }, {}).outcome).toBe('right');
  });

  it('explains to those who had no idea', () => {
    expect(judge(pick, none, values, {}).says).toBe('It is on.');
  });

  it('stops where two options are so: the scenario is wrong', () => {
    const both = { ...pick, options: pick.options.map((option) => ({ ...option, isSo: () => true })) };
    expect(() => judge(both, none, values, {})).toThrow('one option is so, not 2');
  });
});

describe('judge: an order', () => {
  const order: OrderQuestion = {
    ...{ kind: 'order', ask: 'Most first', needs: [], say: 'Keys decide.' },
    items: ['a', 'b', 'c'].map((id) => ({ id, label: id, by: id })),
  };
  const of = (...ids: string[]) => judge(order, { kind: 'order', ids }, { a: 1, b: 3, c: 2 }, {}).outcome;

  it('is right in order of the figures, and close with two the wrong way round', () => {
    expect([of('b', 'c', 'a'), of('b', 'a', 'c'), of('a', 'b', 'c')]).toEqual(['right', 'close', 'off']);
  });
});

describe('judge: a sketch', () => {
  const sketch: SketchQuestion = {
    ...{ kind: 'sketch', ask: 'Draw it', needs: [], of: 'start', bars: 3, unit: 'bytes' },
    ...{ read: () => [6, 2, 2], say: 'One key cannot be cut.' },
  };
  const of = (...bars: number[]) => judge(sketch, { kind: 'bars', bars }, {}, { start: { problems: [] } });

  it('compares shapes', () => {
    expect(of(3, 1, 1).outcome).toBe('right');
    expect(of(1, 1, 1)).toMatchObject({ outcome: 'close', says: 'One key cannot be cut.' });
    expect(of(0, 0, 9).outcome).toBe('off');
  });
});
