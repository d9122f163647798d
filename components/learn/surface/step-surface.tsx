'use client';
import { type ComponentType, lazy, Suspense } from 'react';
import type { Workspace, WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import type { Lever, Surface } from '#lib/learn/scenario/step.ts';

/** What the real tool is shown with in a step. */
export interface StepSurfaceProps {
  readonly surface: Surface;
  /** The situation as the scenario has it. */
  readonly situation: Workspace;
  /** The situation with the learner's work so far. Another one than was handed out by `onWork` is shown at once. */
  readonly workspace: Workspace;
  /** What may be changed: none outside of act steps. */
  readonly levers: readonly Lever[];
  /** The whole work, as a change of `situation`, when somebody has rested for a moment. */
  readonly onWork: (work: WorkspacePatch) => void;
  /** Given in observe steps: a place was pointed at. Then nothing leads on to another view. */
  readonly onPoint?: ((id: string) => void) | undefined;
  /** What was pointed at last, brought out. */
  readonly pointed?: string | undefined;
  /** Given in steps with a question: whether it is not answered yet. Until then what goes into the engine is told, what comes out is not. */
  readonly isOpen?: boolean | undefined;
}

/** A step's own tool, whose code is fetched when the first step needs it. */
const TOOLS: Readonly<Record<Surface['tool'], ComponentType<StepSurfaceProps>>> = {
  playground: lazy(() => import('./playground-surface.tsx')),
  simulator: lazy(() => import('./simulator-surface.tsx')),
  analyzer: lazy(() => import('./analyzer-surface.tsx')),
};

/** The real tool beside the words of a step, borrowed from its own page and given back as it was. */
export default function StepSurface(props: StepSurfaceProps) {
  const Tool = TOOLS[props.surface.tool];
  return (
    <Suspense fallback={<p className="p-4 text-soft text-sm">Opening the tool …</p>}>
      <Tool {...props} />
    </Suspense>
  );
}
