import { lendPlayground } from '#components/playground/session/lend-playground.ts';
import { openProject, projectNow, revision } from '#components/playground/session/playground-session.ts';
import type { Project } from '#components/playground/worker/protocol.ts';
import { exists } from '#lib/base/assert.ts';
import { SETTINGS } from '#lib/learn/engine/look-at.ts';
import type { Workspace } from '#lib/learn/engine/workspace.ts';
import type { BorrowedTool } from './borrowed-tool.ts';

/** The playground, with the program of a workspace. */
export const playgroundTool: BorrowedTool = {
  lend: ({ surface, workspace }) =>
    lendPlayground(projectOf(workspace), surface.view === 'stages' ? 'stages' : 'physical'),
  show: (workspace) => {
    const project = projectOf(workspace);
    openProject(project, project.main);
  },
  read: ({ workspace }) => {
    const { files, main, settings } = projectNow();
    return {
      ...workspace,
      program: { files: Object.fromEntries(files), main },
      ...(workspace.settings ? { settings } : {}),
    };
  },
  subscribe: revision.subscribe,
};

function projectOf({ program, settings, catalog }: Workspace): Project {
  const { files, main } = exists(program, 'a program for the playground');
  return {
    files: new Map(Object.entries(files)),
    main,
    settings: settings ?? SETTINGS,
    catalog: catalog ?? {},
  };
}
