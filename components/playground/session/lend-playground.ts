import type { GraphView } from '#lib/plan/graph/plan-graph.ts';
import type { Project } from '../worker/protocol.ts';
import { lent } from './lent.ts';
import { chooseView, keptState, openKept, openProject } from './playground-session.ts';

/** Puts a program of a scenario in the place of the user's. What is returned puts theirs back, as it was. */
export function lendPlayground(project: Project, view: GraphView): () => void {
  const kept = keptState();
  lent.set(true);
  openProject(project, project.main);
  if (view !== kept.view) chooseView(view);
  return () => {
    // First, so that whoever keeps the user's program hears of it.
    lent.set(false);
    openKept(kept);
  };
}
