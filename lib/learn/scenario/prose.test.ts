import { describe, expect, it } from 'vitest';
import { type Figure, readFigures } from './figure.ts';
import { figuresIn, fillProse } from './prose.ts';

const figures: Readonly<Record<string, Figure>> = {
  hot: { of: 'start', unit: 'bytes', read: () => 3 * 2 ** 30 },
  share: { of: 'start', unit: 'share', read: () => 0.6 },
  join: { of: 'solution', unit: 'text', read: () => 'BroadcastHashJoin' },
};

describe('fillProse', () => {
  it('puts each number in with its unit', () => {
    const values = readFigures(figures, { start: { problems: [] }, solution: { problems: [] } });
    expect(fillProse('{share} of it: {hot}, by {join}.', figures, values)).toBe(
      '60 % of it: 3.00 GiB, by BroadcastHashJoin.',
    );
  });

  it('leaves a gap where the log is still being read', () => {
    const values = readFigures(figures, { start: { problems: [] } });
    expect(fillProse('{hot}, then {join}', figures, values)).toBe('3.00 GiB, then …');
  });
});

describe('figuresIn', () => {
  it('names what a text shows', () => {
    expect(figuresIn('{hot} of {share}, {hot}')).toEqual(['hot', 'share', 'hot']);
  });
});
