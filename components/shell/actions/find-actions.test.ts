import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { findActions } from './find-actions.ts';

const action = (label: string, section: string, ...keywords: string[]): Action => ({
  id: label,
  label,
  section,
  keywords,
  perform: () => {},
});

const all = [
  action('Close the files', 'Open'),
  action('Open a folder', 'Open', 'directory'),
  action('Light theme', 'View', 'color'),
  action('Theme of the system', 'View', 'color'),
  action('Timeline', 'Go to', 'theatre'),
];
const find = (typed: string) => findActions(all, typed).map(({ label }) => label);

describe('findActions', () => {
  it('puts labels that begin with the word first, then its other words, then keywords', () => {
    expect(find('the')).toEqual(['Theme of the system', 'Close the files', 'Light theme', 'Timeline']);
    expect(find('color')).toEqual(['Light theme', 'Theme of the system']);
  });

  it('needs every word to fit, in any order and case', () => {
    expect(find('OP fo')).toEqual(['Open a folder']);
    expect(find('folder open')).toEqual(['Open a folder']);
    expect(find('open nonsense')).toEqual([]);
  });

  it('does not find words by their middle', () => {
    expect(find('heme')).toEqual([]);
  });
});
