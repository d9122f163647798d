import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { patchBetween } from '#lib/learn/engine/patch-between.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from '#lib/learn/engine/workspace.ts';

/** A worker that never answers: knobs are the page's. */
vi.mock('#components/simulator/session/simulator-client.ts', () => {
  const silent = () => new Promise<never>(() => undefined);
  return { startSimulator: () => ({ remote: { run: silent }, broken: silent(), close: () => undefined }) };
});

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { history, setKnobs } = await import('#components/simulator/session/simulation.ts');
const { simulatorTool } = await import('./simulator-tool.ts');
afterAll(() => void vi.resetModules());

const situation: Workspace = {
  knobs: { shufflePartitions: 32, files: 24 },
  settings: { spark: '4.3', cores: 4, conf: {} },
};

let giveBack: (() => void) | undefined;
function borrow(work: WorkspacePatch): Workspace {
  const workspace = applyPatch(situation, work);
  giveBack = simulatorTool.lend({
    surface: { tool: 'simulator', situation: 'start', view: 'partitions' },
    ...{ situation, workspace, levers: [{ kind: 'knobs', ids: ['shufflePartitions'] }] },
  });
  return workspace;
}
const workOf = (workspace: Workspace) =>
  patchBetween(situation, simulatorTool.read({ situation, workspace }));

afterEach(() => giveBack?.());

describe('simulatorTool', () => {
  it('finds the work as it was left, also what is none of the simulator', () => {
    const work = { knobs: { shufflePartitions: 320 }, conf: { 'spark.sql.ansi.enabled': 'false' } };
    const workspace = borrow(work);
    expect(history.get().present).toMatchObject({ shufflePartitions: 320, files: 24 });
    expect(workOf(workspace)).toEqual(work);
  });

  it('hands out the knobs that were turned, and none that is back where it was', () => {
    const workspace = borrow({});
    setKnobs({ shufflePartitions: 64, adaptive: false });
    expect(workOf(workspace)).toEqual({ knobs: { shufflePartitions: 64, adaptive: false } });
    setKnobs({ shufflePartitions: 32, adaptive: true });
    expect(workOf(workspace)).toEqual({});
  });

  it('shows a step that starts over', () => {
    borrow({ knobs: { shufflePartitions: 320 } });
    simulatorTool.show(situation);
    expect(workOf(situation)).toEqual({});
  });
});
