import type { Workspace } from '#lib/learn/engine/workspace.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** All knobs of a workspace: where it says nothing, they stand where the simulator starts. */
export function knobsOf({ knobs }: Pick<Workspace, 'knobs'>): Knobs {
  return { ...DEFAULT_KNOBS, ...knobs };
}
