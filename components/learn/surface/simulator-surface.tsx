'use client';
import { clsx } from 'clsx';
import { KnobList } from './knob-list.tsx';
import { knobsOf } from './knobs-of.ts';
import { SimulatedPicture } from './simulated-picture.tsx';
import { simulatorTool } from './simulator-tool.ts';
import { SituationFacts } from './situation-facts.tsx';
import type { StepSurfaceProps } from './step-surface.tsx';
import { SurfaceFrame } from './surface-frame.tsx';
import { useBorrowed } from './use-borrowed.ts';

/** The simulator: one picture of it, and the knobs that may be turned. */
export default function SimulatorSurface(props: StepSurfaceProps) {
  const { isReady, handOut } = useBorrowed(simulatorTool, props);
  const isOpen = props.isOpen === true;
  return (
    <SurfaceFrame
      tool="Simulator"
      what={isOpen ? 'What it starts from' : 'Computed from the knobs, by Spark’s own rules'}
      onLeave={handOut}
    >
      {isOpen ? <SituationFacts knobs={knobsOf(props.workspace)} /> : null}
      {isReady && !isOpen ? (
        <div className="@container">
          <div
            className={clsx(
              'grid grid-cols-[minmax(0,1fr)] items-start gap-3',
              props.levers.length > 0 && '@4xl:grid-cols-[17rem_minmax(0,1fr)]',
            )}
          >
            <KnobList levers={props.levers} />
            <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
              <SimulatedPicture {...props} />
            </div>
          </div>
        </div>
      ) : null}
    </SurfaceFrame>
  );
}
