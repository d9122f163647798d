'use client';
import type { ReactNode } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { AdaptivePanel } from '#components/simulator/adaptive/adaptive-panel.tsx';
import { FilesPanel } from '#components/simulator/files/files-panel.tsx';
import { MemoryPanel } from '#components/simulator/memory/memory-panel.tsx';
import { RunNotes } from '#components/simulator/run-notes.tsx';
import type { RunPicture } from '#components/simulator/session/run-picture.ts';
import { simulation } from '#components/simulator/session/simulation.ts';
import { SkylinePanel } from '#components/simulator/skyline/skyline-panel.tsx';
import { SlotsPanel } from '#components/simulator/timeline/slots-panel.tsx';
import { TotalsPanel } from '#components/simulator/totals/totals-panel.tsx';
import type { Surface } from '#lib/learn/scenario/step.ts';
import type { StepSurfaceProps } from './step-surface.tsx';

type View = Extract<Surface, { readonly tool: 'simulator' }>['view'];
type Pointing = Pick<StepSurfaceProps, 'onPoint' | 'pointed'>;

const PICTURES: Readonly<Record<View, (picture: RunPicture, pointing: Pointing) => ReactNode>> = {
  partitions: (picture, { onPoint, pointed }) => (
    <SkylinePanel
      picture={picture}
      onPoint={onPoint && ((partition) => onPoint(String(partition)))}
      pointed={pointed === undefined ? undefined : Number(pointed)}
    />
  ),
  aqe: (picture) => <AdaptivePanel picture={picture} />,
  timeline: (picture) => <SlotsPanel picture={picture} />,
  memory: (picture) => <MemoryPanel picture={picture} />,
  files: (picture) => <FilesPanel picture={picture} />,
};

/** What comes out of the knobs. Its figures are beside it where something was changed, not where the next question asks for one. */
export function SimulatedPicture({ surface, onPoint, pointed, isOpen }: StepSurfaceProps) {
  const { picture, failure } = useStore(simulation);
  const tells = onPoint === undefined && isOpen === undefined;
  if (surface.tool !== 'simulator') return null;
  if (!picture)
    return failure === undefined ? (
      <p className="p-4 text-soft text-sm">Running the simulation …</p>
    ) : (
      <RunNotes />
    );
  return (
    <>
      {tells || failure !== undefined ? <RunNotes /> : null}
      {PICTURES[surface.view](picture, { onPoint, pointed })}
      {tells ? <TotalsPanel picture={picture} /> : null}
    </>
  );
}
