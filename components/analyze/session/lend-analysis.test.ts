import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const NO_EVENTS = { bytesRead: 1, bytesTotal: 1 };
/** Workers by their logs, named as the files; a log called "long" is never read to its end. */
const closed: string[] = [];
vi.mock('./analysis-client.ts', () => ({
  AnalysisClient: class {
    #log = '';
    async find([file]: readonly { readonly path: string }[]) {
      this.#log = file!.path;
      return { logs: [{ id: file!.path, title: file!.path, decodedBytes: 1 }], ignored: [] };
    }
    async load(_id: string, on: { onTables: (overview: unknown, stats: unknown) => void }) {
      if (this.#log === 'long') return new Promise<never>(() => undefined);
      return on.onTables({}, NO_EVENTS);
    }
    async query(sql: string) {
      return { rows: [{ sql, log: this.#log }], isCut: false };
    }
    close() {
      closed.push(this.#log);
    }
  },
}));

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { consoleDraft } = await import('../console/console-draft.ts');
const { consoleRun, lendConsole, runSql } = await import('../console/console-run.ts');
const { queryHistory } = await import('../console/query-history.ts');
const { goTo } = await import('../place/go-to.ts');
const { lentPlace } = await import('../place/lent-place.ts');
const { analysis, analysisClient, closeAnalysis, lendAnalysis, openFilesOnce } = await import(
  './analysis-session.ts'
);
afterAll(() => void vi.resetModules());

const file = (path: string) => ({ path, blob: new Blob([]) });
const files = (path: string) => [file(path)];
const theirs = async () => file('theirs');
const openLog = () => {
  const state = analysis.get();
  return 'log' in state ? state.log?.title : undefined;
};

beforeEach(() => {
  closeAnalysis();
  closed.length = 0;
});

describe('lendAnalysis', () => {
  it('shows another log and gives the open run back without reading it again', async () => {
    await openFilesOnce('1', files('mine'));
    const [run, worker] = [analysis.get(), analysisClient()];
    const giveBack = lendAnalysis('scenario', theirs);
    await vi.waitFor(() => expect(openLog()).toBe('theirs'));
    await vi.waitFor(() => expect(analysis.get().phase).toBe('open'));
    giveBack();
    expect([analysis.get(), analysisClient()]).toEqual([run, worker]);
    expect(closed).toEqual(['theirs']);
    await openFilesOnce('1', files('mine'));
    expect(analysisClient()).toBe(worker);
  });

  it('lets a run that was being read be read anew by its page', async () => {
    void openFilesOnce('1', files('long'));
    await vi.waitFor(() => expect(analysis.get().phase).toBe('reading'));
    const giveBack = lendAnalysis('scenario', theirs);
    await vi.waitFor(() => expect(analysis.get().phase).toBe('open'));
    giveBack();
    expect(analysis.get()).toEqual({ phase: 'idle' });
    expect(closed).toEqual(['long', 'theirs']);
    void openFilesOnce('1', files('long'));
    await vi.waitFor(() => expect(openLog()).toBe('long'));
  });

  it('says why the log of the scenario cannot be had, and gives the run back all the same', async () => {
    await openFilesOnce('1', files('mine'));
    const run = analysis.get();
    const giveBack = lendAnalysis('scenario', () => Promise.reject(new Error('You are offline.')));
    expect(analysis.get()).toEqual({ phase: 'finding' });
    await vi.waitFor(() => expect(analysis.get()).toMatchObject({ message: 'You are offline.' }));
    giveBack();
    expect(analysis.get()).toBe(run);
  });

  it('leaves nothing open where nothing was', async () => {
    lendAnalysis('scenario', theirs)();
    expect(analysis.get()).toEqual({ phase: 'idle' });
    await openFilesOnce('scenario', files('theirs'));
    expect(analysis.get().phase).toBe('open');
  });
});

describe('lendConsole', () => {
  it('gives back what was written and its outcome, and keeps nothing of the scenario', async () => {
    await openFilesOnce('1', files('mine'));
    consoleDraft.set({ sql: 'SELECT 1', runs: 3 });
    await runSql('SELECT 1');
    const [draft, outcome] = [consoleDraft.get(), consoleRun.get()];
    const giveBack = [lendAnalysis('scenario', theirs), lendConsole('SELECT 2')];
    lentPlace.set({ place: { view: 'sql' }, pointed: undefined, onGo: () => undefined });
    expect([consoleDraft.get().sql, consoleRun.get().state]).toEqual(['SELECT 2', 'idle']);
    await vi.waitFor(() => expect(analysis.get().phase).toBe('open'));
    await runSql('SELECT 2');
    expect(consoleRun.get()).toMatchObject({ result: { rows: [{ log: 'theirs' }] } });
    lentPlace.set(undefined);
    for (const give of giveBack) give();
    expect([consoleDraft.get(), consoleRun.get()]).toEqual([draft, outcome]);
    expect(queryHistory.get()).toEqual(['SELECT 1']);
  });
});

describe('goTo in a run that is lent', () => {
  it('asks the scenario and leaves the address alone', () => {
    const asked: unknown[] = [];
    lentPlace.set({ place: { view: 'timeline' }, pointed: undefined, onGo: (to) => asked.push(to) });
    goTo({ view: 'stages', stage: '4.0' });
    lentPlace.set(undefined);
    expect(asked).toEqual([{ view: 'stages', stage: '4.0' }]);
  });
});
