import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Project } from '../worker/protocol.ts';

/** A worker that never answers: what is kept and given back does not hang on it. */
vi.mock('../worker/playground-client.ts', () => {
  const silent = () => new Promise<never>(() => undefined);
  const remote = { open: silent, edit: silent, predict: silent, findings: silent };
  return { startPlayground: () => ({ remote, broken: silent(), close: () => undefined }) };
});

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { lendPlayground } = await import('./lend-playground.ts');
const { lent } = await import('./lent.ts');
const {
  chooseCatalog,
  chooseFile,
  chooseSettings,
  chooseView,
  edited,
  keptState,
  openProgram,
  playground,
  projectNow,
  select,
  textOf,
} = await import('./playground-session.ts');
afterAll(() => void vi.resetModules());

const scenario: Project = {
  files: new Map([['nightly.py', 'orders.join(customers)']]),
  main: 'nightly.py',
  settings: { spark: '3.5', cores: 4, conf: { 'spark.sql.shuffle.partitions': '32' } },
  catalog: { 'lake/orders': { format: 'parquet', columns: [], bytes: 1000 } },
};

function openOwnProgram(): void {
  openProgram(
    [
      { path: 'main.py', text: 'df = 1' },
      { path: 'report.ipynb', text: 'df.count()', cells: [{ number: 1, firstLine: 1 }] },
    ],
    'my report',
  );
  chooseSettings({ spark: '4.3', cores: 16 });
  chooseCatalog({ 'lake/mine': { format: 'csv', columns: [] } });
  chooseView('stages');
  chooseFile('report.ipynb');
  edited('main.py', [{ from: 0, to: 6, text: 'df = 2' }], 'df = 2');
  select({ place: 3, stop: 'n1' });
}

let giveBack: (() => void) | undefined;
afterEach(() => giveBack?.());

describe('lendPlayground', () => {
  it('shows the program of the scenario under its own settings, and says that it is lent', () => {
    openOwnProgram();
    giveBack = lendPlayground(scenario, 'physical');
    expect(lent.get()).toBe(true);
    expect(playground.get()).toMatchObject({ title: 'nightly.py', current: 'nightly.py', view: 'physical' });
    expect(projectNow()).toEqual(scenario);
  });

  it('gives back the texts as they were written, settings, sources, view and what was selected', () => {
    openOwnProgram();
    const before = keptState();
    giveBack = lendPlayground(scenario, 'physical');
    edited('nightly.py', [], 'orders.count()');
    chooseSettings({ cores: 1 });
    giveBack();
    giveBack = undefined;
    expect(lent.get()).toBe(false);
    expect(keptState()).toEqual({ ...before, id: playground.get().id });
    expect(textOf('main.py')).toBe('df = 2');
    expect(textOf('nightly.py')).toBe('');
  });

  it('gives the same back after one step of a scenario as after another', () => {
    openOwnProgram();
    const before = projectNow();
    lendPlayground(scenario, 'physical')();
    giveBack = lendPlayground(
      { ...scenario, files: new Map([['other.py', '']]), main: 'other.py' },
      'stages',
    );
    giveBack();
    giveBack = undefined;
    expect(projectNow()).toEqual(before);
  });
});
