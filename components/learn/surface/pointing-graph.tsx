import type { ReactNode } from 'react';

export interface PointingGraphProps {
  readonly onPoint: (stop: string) => void;
  readonly children: ReactNode;
}

/** A graph in which a click points. Arrow keys only walk in it; its own Enter points. */
export function PointingGraph({ onPoint, children }: PointingGraphProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked lies within, and has its keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is the graph's own
    <div
      className="h-full min-h-0"
      onClick={({ target }) => {
        const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
        if (stop?.dataset.stop !== undefined) onPoint(stop.dataset.stop);
      }}
    >
      {children}
    </div>
  );
}
