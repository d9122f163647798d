import { GRAPH_VIEWS } from '#lib/plan/graph/plan-graph.ts';
import type { SharedState } from '#lib/share/kinds/kinds.ts';
import { isUntouched } from '../last/last-program.ts';
import { mainOf } from '../session/main-of.ts';
import { FIRST, keptState, openKept } from '../session/playground-session.ts';
import { keepVersion } from '../versions/versions.ts';

/** More than any cluster has. */
const MOST_CORES = 100_000;

/**
 * Opens the program of a link. What was there stays among the versions, unless nothing had been done to it. Gives the way
 * back; undefined where the link has no file.
 */
export async function openSharedProgram(state: SharedState): Promise<(() => void) | undefined> {
  if (state.kind !== 'playground') return undefined;
  // Editors count lines as the parser does only where they end alike.
  const texts = new Map(state.files.map(({ path, text }) => [path, text.replace(/\r\n?/g, '\n')]));
  if (texts.size === 0) return undefined;
  const before = keptState();
  if (!isUntouched()) await keepVersion(`${before.title} before a link`);
  const main = texts.has(state.main) ? state.main : mainOf([...texts.keys()]);
  const { cores } = state.settings;
  const isCount = Number.isInteger(cores) && cores >= 1 && cores <= MOST_CORES;
  openKept({
    ...FIRST,
    ...{ title: main, main, current: main, catalog: state.catalog },
    files: [...texts].map(([path, text]) => ({ path, text })),
    settings: { ...state.settings, cores: isCount ? cores : FIRST.settings.cores },
    view: GRAPH_VIEWS.find((view) => view === state.view) ?? before.view,
  });
  return () => openKept(before);
}
