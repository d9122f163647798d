import { describe, expect, it } from 'vitest';
import { isSingleKey, type KeyPress, keyCaps, strokeOf } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('strokeOf', () => {
  it('takes Ctrl as mod, and Cmd on a Mac', () => {
    expect(strokeOf(press('k', { ctrlKey: true }), false)).toBe('mod+k');
    expect(strokeOf(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(strokeOf(press('k', { metaKey: true }), false)).toBe('Other+k');
    expect(strokeOf(press('k', { ctrlKey: true }), true)).toBe('Other+k');
  });

  it('names Shift with letters, whatever Caps Lock does', () => {
    expect(strokeOf(press('O', { shiftKey: true }), false)).toBe('Shift+o');
    expect(strokeOf(press('O'), false)).toBe('o');
  });

  it('leaves Shift out where a sign needs it on some keyboards only', () => {
    expect(strokeOf(press('?', { shiftKey: true }), false)).toBe('?');
    expect(strokeOf(press('?'), false)).toBe('?');
  });
});

describe('isSingleKey', () => {
  it.each([
    ['?', true],
    ['g a', true],
    ['Shift+o', true],
    ['mod+k', false],
    ['Alt+x', false],
  ])('%s: %s', (keys, single) => {
    expect(isSingleKey(keys)).toBe(single);
  });
});

describe('keyCaps', () => {
  it('shows what is printed on the keys of each system', () => {
    expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']]);
    expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']]);
    expect(keyCaps('g a', false)).toEqual([['G'], ['A']]);
  });
});
