import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { STATES } from '#lib/share/testing.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';

vi.mock('../session/simulator-client.ts', async () => {
  const { SimulatorEngine } = await import('../session/simulator-engine.ts');
  const engine = new SimulatorEngine();
  const remote = { run: async (knobs: typeof DEFAULT_KNOBS) => engine.run(knobs) };
  return {
    startSimulator: () => ({
      remote,
      broken: new Promise<never>(() => undefined),
      close: () => undefined,
    }),
  };
});

/** A tab of its own: the session is one for all who import it. */
async function visit() {
  vi.resetModules();
  const [link, sharing, request, session, chosen, address] = await Promise.all([
    import('./open-shared-knobs.ts'),
    import('./share-knobs.ts'),
    import('#components/share/share-request.ts'),
    import('../session/simulation.ts'),
    import('../session/situation.ts'),
    import('./use-address.ts'),
  ]);
  return { ...link, ...sharing, ...request, ...session, ...chosen, ...address };
}

let tab: Awaited<ReturnType<typeof visit>>;

beforeEach(async () => {
  tab = await visit();
});
afterAll(() => void vi.resetModules());

const shared = STATES.simulator;

describe('the knobs of a link', () => {
  it('are one step that can be undone, beside the run that they are compared with', async () => {
    await tab.openSharedKnobs(shared);
    expect(tab.history.get().present).toEqual({
      ...DEFAULT_KNOBS,
      ...{ codec: 'zstd', keyShape: 'weights', weights: [90, 6, 4], keyNames: shared.keyNames },
      ...{ shufflePartitions: 64, adaptive: false },
    });
    expect(tab.baseline.get()?.knobs).toEqual({ ...DEFAULT_KNOBS, shufflePartitions: 64 });
    tab.undo();
    expect(tab.history.get().present).toEqual(DEFAULT_KNOBS);
  });

  it('give way to all that was there before', async () => {
    tab.setKnobs({ executors: 7 });
    tab.situation.set('hot-key');
    const before = tab.history.get();
    const back = await tab.openSharedKnobs({ ...shared, baseline: null });
    expect(tab.situation.get()).toBeUndefined();
    back?.();
    expect([tab.history.get(), tab.situation.get(), tab.baseline.get()]).toEqual([
      before,
      'hot-key',
      undefined,
    ]);
  });

  it('are taken as far as they make sense, and the rest is named', async () => {
    await tab.openSharedKnobs({
      ...shared,
      knobs: { executors: 3, cores: 'many', colour: 'red' },
      situation: 'moon',
    });
    expect(tab.history.get().present).toEqual({ ...DEFAULT_KNOBS, executors: 3 });
    expect(tab.situation.get()).toBeUndefined();
    expect(tab.addressProblems.get().join(' ')).toMatch(/"many".*"colour" is no knob/);
  });

  it('come from what is shared', async () => {
    await tab.openSharedKnobs(shared);
    tab.shareKnobs();
    expect(tab.shareRequest.get()?.state).toEqual(shared);
  });
});
