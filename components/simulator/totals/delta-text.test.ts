import { describe, expect, it } from 'vitest';
import type { Delta } from '#lib/simulator/pipeline/compare-runs.ts';
import { deltaText } from './delta-text.ts';

const delta = (total: Delta['total'], unit: Delta['unit'], before: number, now: number): Delta => ({
  ...{ total, unit, before, now },
  change: now - before,
  share: before === 0 ? undefined : (now - before) / before,
});

describe('a change against the baseline', () => {
  it('has a sign, a glyph and its share', () => {
    expect(deltaText(delta('tasks', 'tasks', 200, 427))).toEqual({
      glyph: '▲',
      text: '+227 (+114 %)',
      tone: 'plain',
    });
  });

  it('is called better or worse only where the figure is a cost', () => {
    expect(deltaText(delta('spill', 'bytes', 2 ** 30, 0))).toMatchObject({ glyph: '▼', tone: 'better' });
    expect(deltaText(delta('spill', 'bytes', 0, 2 ** 30))).toEqual({
      glyph: '▲',
      text: '+1.00 GiB',
      tone: 'worse',
    });
    expect(deltaText(delta('files', 'files', 10, 20)).tone).toBe('plain');
  });

  it('is none where both read the same', () => {
    expect(deltaText(delta('shuffleBytes', 'bytes', 2 ** 34, 2 ** 34 + 1)).glyph).toBe('=');
  });
});
