import type { Workspace } from '#lib/learn/engine/workspace.ts';
import type { StepSurfaceProps } from './step-surface.tsx';

export type Borrowing = Pick<StepSurfaceProps, 'surface' | 'situation' | 'workspace' | 'levers'>;

/** A tool of another page, as far as a step borrows it. */
export interface BorrowedTool {
  /** Puts a workspace into it. What is returned gives the tool back as it was. */
  readonly lend: (borrowing: Borrowing) => () => void;
  /** Shows a workspace that was not made in it: a step that starts over, a step that was done in place. */
  readonly show: (workspace: Workspace) => void;
  /** The workspace as it is in the tool now; what the tool does not hold stays. */
  readonly read: (borrowing: Pick<Borrowing, 'situation' | 'workspace'>) => Workspace;
  readonly subscribe: (listener: () => void) => () => void;
}
