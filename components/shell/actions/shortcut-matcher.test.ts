import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { createShortcutMatcher } from './shortcut-matcher.ts';

const action = (id: string, keys: string): Action => ({
  id,
  keys,
  label: id,
  section: 'Test',
  perform: () => {},
});
const all = [
  action('open', 'o'),
  action('palette', 'mod+k'),
  action('analyze', 'g a'),
  action('overview', 'g o'),
];

/** Presses one stroke after the other, 100 ms apart, and gives the ids that were performed. */
function type(strokes: string, { singleKeys = true, gap = 100 } = {}): string[] {
  const match = createShortcutMatcher();
  return strokes
    .split(' ')
    .map((stroke, index) => match(all, { stroke, at: index * gap, singleKeys })?.id)
    .filter((id) => id !== undefined);
}

describe('createShortcutMatcher', () => {
  it('finds single keys, combinations and sequences', () => {
    expect(type('o')).toEqual(['open']);
    expect(type('mod+k')).toEqual(['palette']);
    expect(type('g a')).toEqual(['analyze']);
  });

  it('lets the longer shortcut win', () => {
    expect(type('g o')).toEqual(['overview']);
    expect(type('x o')).toEqual(['open']);
  });

  it('forgets the first key of a sequence after a while, and after a match', () => {
    expect(type('g a', { gap: 5000 })).toEqual([]);
    expect(type('g o o')).toEqual(['overview', 'open']);
  });

  it('leaves only combinations when single keys are off', () => {
    expect(type('o g a mod+k', { singleKeys: false })).toEqual(['palette']);
  });
});
