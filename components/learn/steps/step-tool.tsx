import { useMemo } from 'react';
import { exists } from '#lib/base/assert.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import type { Lever, Surface } from '#lib/learn/scenario/step.ts';
import StepSurface from '../surface/step-surface.tsx';

export interface StepToolProps {
  readonly shows: Surface;
  readonly situations: Readonly<Record<string, Workspace>>;
  /** The learner's, in act steps. */
  readonly work?: WorkspacePatch | undefined;
  readonly levers?: readonly Lever[];
  readonly onWork?: (work: WorkspacePatch) => void;
  readonly onPoint?: ((id: string) => void) | undefined;
  readonly pointed?: string | undefined;
  /** A question about it is not answered yet. */
  readonly isOpen?: boolean;
}

const NO_LEVERS: readonly Lever[] = [];
const nothing = () => {};

/** The tool of a step, on its situation with the learner's work. */
export function StepTool(props: StepToolProps) {
  const { shows, situations, work, levers = NO_LEVERS, onWork = nothing, ...pointing } = props;
  const situation = exists(situations[shows.situation], `the situation ${shows.situation}`);
  const workspace = useMemo(() => (work ? applyPatch(situation, work) : situation), [situation, work]);
  return (
    <StepSurface
      surface={shows}
      situation={situation}
      workspace={workspace}
      levers={levers}
      onWork={onWork}
      {...pointing}
    />
  );
}
