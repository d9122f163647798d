import { useState } from 'react';

/** Shares in percent: the code of the whole, and the graph of what is left. */
export interface PaneSizes {
  readonly code: number;
  readonly graph: number;
}

const KEY = 'shufflescope:playground-panes';
const USUAL: PaneSizes = { code: 33, graph: 58 };

/** The sizes that somebody has given the panes; kept on this device. */
export function usePaneSizes(): readonly [PaneSizes, (part: Partial<PaneSizes>) => void] {
  const [sizes, setSizes] = useState(remembered);
  const change = (part: Partial<PaneSizes>) => {
    const next = { ...sizes, ...part };
    setSizes(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage they last as long as the page.
    }
  };
  return [sizes, change];
}

function remembered(): PaneSizes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '');
    if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('graph' in kept)) return USUAL;
    return { code: share(kept.code, USUAL.code), graph: share(kept.graph, USUAL.graph) };
  } catch {
    return USUAL;
  }
}

function share(value: unknown, usual: number): number {
  return typeof value === 'number' && value >= 15 && value <= 85 ? value : usual;
}
