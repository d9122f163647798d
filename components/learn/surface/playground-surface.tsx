'use client';
import { playground } from '#components/playground/session/playground-session.ts';
import { useStore } from '#components/shell/use-store.ts';
import { playgroundTool } from './playground-tool.ts';
import { ProgramParts } from './program-parts.tsx';
import type { StepSurfaceProps } from './step-surface.tsx';
import { SurfaceFrame } from './surface-frame.tsx';
import { useBorrowed } from './use-borrowed.ts';

/** The playground: the program, and the graph where the step shows it. */
export default function PlaygroundSurface(props: StepSurfaceProps) {
  const { isReady, handOut } = useBorrowed(playgroundTool, props);
  const { title } = useStore(playground);
  return (
    <SurfaceFrame
      tool="Playground"
      what={isReady ? title : 'Opening the program …'}
      origin="predicted"
      onLeave={handOut}
    >
      {isReady ? <ProgramParts {...props} /> : null}
    </SurfaceFrame>
  );
}
