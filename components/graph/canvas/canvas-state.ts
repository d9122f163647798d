import { createContext, useContext } from 'react';
import type { Paint } from '../graph-words.ts';

/** What the drawn parts look at beside the graph. */
export interface CanvasState {
  readonly paint: Paint;
  /** The stop that the keyboard stands on. */
  readonly current: string | undefined;
  /** Stops of the place that is selected in the program. */
  readonly linked: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  /** Stops that are not what is looked at. */
  readonly dimmed: ReadonlySet<string>;
  readonly onStop: (id: string) => void;
  /** Shares of the largest value, for the tint; by node. */
  readonly tint: ReadonlyMap<string, number>;
}

export const CanvasContext = createContext<CanvasState>({
  paint: 'partitions',
  current: undefined,
  linked: new Set(),
  found: new Set(),
  dimmed: new Set(),
  onStop: () => undefined,
  tint: new Map(),
});

export function useCanvas(): CanvasState {
  return useContext(CanvasContext);
}

/** How a stop stands out: the keyboard's place, what belongs to the selected code, what a search found. */
export function standOut(id: string, { current, linked, found }: CanvasState): string {
  if (current === id) return 'outline-3 outline-accent outline-offset-1';
  if (linked.has(id)) return 'outline-2 outline-accent outline-offset-1';
  return found.has(id) ? 'outline-2 outline-dashed outline-ink outline-offset-1' : '';
}
