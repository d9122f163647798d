import type { ReactNode } from 'react';
import { type Provenance, ProvenanceTag } from '#components/ui/provenance-tag.tsx';

export interface SurfaceFrameProps {
  /** The tool by the name of its place. */
  readonly tool: string;
  /** What is in it: a program, a run. */
  readonly what: string;
  /** Left out where every picture has its own. */
  readonly origin?: Provenance;
  /** Beside the name: a way back. */
  readonly aside?: ReactNode;
  /** The keyboard or the pointer has gone elsewhere. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** Around a tool that a step borrows: which one it is, and where its numbers come from. */
export function SurfaceFrame({ tool, what, origin, aside, onLeave, children }: SurfaceFrameProps) {
  return (
    <section aria-label={`${tool}, for this step`} onBlur={onLeave} className="grid min-w-0 gap-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-semibold">{tool}</span>
        <span className="wrap-anywhere min-w-0 text-soft">{what}</span>
        {origin === undefined ? null : <ProvenanceTag origin={origin} />}
        {aside === undefined ? null : <span className="ml-auto">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
