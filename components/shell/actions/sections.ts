import type { Action } from './action.ts';

export interface Section {
  readonly name: string;
  readonly items: readonly Action[];
}

/** The actions by section, sections in the order in which they first appear. */
export function sections(actions: readonly Action[]): readonly Section[] {
  const names = [...new Set(actions.map(({ section }) => section))];
  return names.map((name) => ({ name, items: actions.filter(({ section }) => section === name) }));
}
