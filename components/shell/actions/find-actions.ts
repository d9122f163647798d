import type { Action } from './action.ts';

/**
 * The actions that fit what was typed, best first. Every typed word must begin a word of the label (best), of the
 * section or of a keyword; "op fo" finds "Open a folder". No guessing beyond that: a list that jumps misleads.
 */
export function findActions(actions: readonly Action[], typed: string): readonly Action[] {
  const wanted = wordsOf(typed);
  const scored = actions.map((action) => ({ action, score: score(action, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ action }) => action);
}

function score({ label, section, keywords = [] }: Action, wanted: readonly string[]): number {
  const inLabel = wordsOf(label);
  const around = wordsOf([section, ...keywords].join(' '));
  const scores = wanted.map((word) => {
    if (inLabel[0]?.startsWith(word)) return 3;
    if (inLabel.some((each) => each.startsWith(word))) return 2;
    return around.some((each) => each.startsWith(word)) ? 1 : 0;
  });
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, each) => sum + each, 0);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
