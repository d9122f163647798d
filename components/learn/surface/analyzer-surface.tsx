'use client';
import { useState } from 'react';
import { analysis } from '#components/analyze/session/analysis-session.ts';
import { runName } from '#components/analyze/states/run-name.ts';
import { useStore } from '#components/shell/use-store.ts';
import { analyzerTool } from './analyzer-tool.ts';
import { LentRun } from './lent-run.tsx';
import { LogState } from './log-state.tsx';
import type { StepSurfaceProps } from './step-surface.tsx';
import { SurfaceFrame } from './surface-frame.tsx';
import { useBorrowed } from './use-borrowed.ts';

/** The analysis: one view of a real run. */
export default function AnalyzerSurface(props: StepSurfaceProps) {
  const [attempt, setAttempt] = useState(0);
  const { isReady, handOut } = useBorrowed(analyzerTool, props, attempt);
  const state = useStore(analysis);
  const isOpen = isReady && state.phase === 'open';
  return (
    <SurfaceFrame
      tool="Analyze"
      what={
        isOpen ? `The log of a real run: ${runName(state) ?? props.workspace.log}` : 'The log of a real run'
      }
      origin="measured"
      onLeave={handOut}
    >
      {isOpen ? (
        <LentRun key={attempt} run={state} {...props} />
      ) : (
        <LogState state={state} onAgain={() => setAttempt(attempt + 1)} />
      )}
    </SurfaceFrame>
  );
}
