import { useEffect } from 'react';
import type { Action } from './action.ts';
import { addActions } from './registry.ts';

/** Offers a screen's actions (palette, `?` sheet, keys) while the screen is shown. Pass a list that keeps its identity. */
export function useActions(list: readonly Action[]): void {
  useEffect(() => addActions(list), [list]);
}
