import { lendSimulator } from '#components/simulator/session/lend-simulator.ts';
import { history, setKnobs } from '#components/simulator/session/simulation.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { BorrowedTool } from './borrowed-tool.ts';
import { knobsOf } from './knobs-of.ts';

/** The simulator, with the knobs of a workspace. */
export const simulatorTool: BorrowedTool = {
  lend: ({ situation, workspace, levers }) =>
    lendSimulator(knobsOf(workspace), levers.length > 0 ? knobsOf(situation) : undefined),
  show: (workspace) => setKnobs(knobsOf(workspace)),
  read: ({ situation, workspace }) => {
    const [start, now] = [knobsOf(situation), history.get().present];
    // A knob that nobody turned is none of the work, also where the situation leaves it at its default.
    const ids = (Object.keys(now) as (keyof Knobs)[]).filter(
      (id) => id in (workspace.knobs ?? {}) || JSON.stringify(now[id]) !== JSON.stringify(start[id]),
    );
    return { ...workspace, knobs: Object.fromEntries(ids.map((id) => [id, now[id]])) };
  },
  subscribe: history.subscribe,
};
