import { afterAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { PRESETS } from '#lib/simulator/pipeline/presets.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { pictureOf } from './run-picture.ts';

/** What the worker ran, latest last. */
const ran: Knobs[] = [];
vi.mock('./simulator-client.ts', () => ({
  startSimulator: () => ({
    remote: {
      run: async (knobs: Knobs) => {
        ran.push(knobs);
        return { value: pictureOf(runPipeline(knobs)) };
      },
    },
    broken: new Promise<never>(() => undefined),
    close: () => undefined,
  }),
}));

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { lendSimulator } = await import('./lend-simulator.ts');
const { baseline, history, pinBaseline, setKnobs, simulation, undo } = await import('./simulation.ts');
const { situation } = await import('./situation.ts');
afterAll(() => void vi.resetModules());

const shownPartitions = () => simulation.get().picture?.knobs.shufflePartitions;
const small = { dataBytes: 2 ** 26, keys: 1000 };
const start = { ...DEFAULT_KNOBS, ...small, shufflePartitions: 32 };

describe('lendSimulator', () => {
  it('runs the work of the learner beside the start of the scenario, and gives back what was there', async () => {
    situation.set(PRESETS[0]!.id);
    setKnobs({ ...small, shufflePartitions: 7 });
    await vi.waitFor(() => expect(shownPartitions()).toBe(7));
    pinBaseline();
    setKnobs({ shufflePartitions: 9 });
    await vi.waitFor(() => expect(shownPartitions()).toBe(9));
    const before = [history.get(), baseline.get(), situation.get()];

    const giveBack = lendSimulator({ ...start, shufflePartitions: 320 }, start);
    expect(situation.get()).toBeUndefined();
    await vi.waitFor(() => expect(shownPartitions()).toBe(320));
    expect(baseline.get()?.knobs.shufflePartitions).toBe(32);
    undo();
    expect(history.get().present).toEqual(start);

    giveBack();
    expect([history.get(), baseline.get(), situation.get()]).toEqual(before);
    await vi.waitFor(() => expect(ran.at(-1)?.shufflePartitions).toBe(9));
    await vi.waitFor(() => expect(shownPartitions()).toBe(9));
  });
});
