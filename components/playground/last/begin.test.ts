import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A worker that never answers: what is kept does not hang on it. */
vi.mock('../worker/playground-client.ts', () => {
  const silent = () => new Promise<never>(() => undefined);
  const remote = { open: silent, edit: silent, predict: silent, findings: silent };
  return { startPlayground: () => ({ remote, broken: silent(), close: () => undefined }) };
});

const PAUSE_MS = 400;

/** A tab that has just been loaded: modules begin anew, what is on the device stays. */
async function visit() {
  vi.resetModules();
  const [session, begin, { lent }, versions] = await Promise.all([
    import('../session/playground-session.ts'),
    import('./begin.ts'),
    import('../session/lent.ts'),
    import('../versions/versions.ts'),
  ]);
  return { ...session, ...begin, lent, versions: versions.versions };
}

type Visit = Awaited<ReturnType<typeof visit>>;

function write(tab: Visit, text: string): void {
  tab.edited(tab.playground.get().current, [], text);
}

/** Until what was changed is on the device: the database works in turns of its own. */
async function kept(): Promise<void> {
  vi.advanceTimersByTime(PAUSE_MS);
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const storage = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  vi.stubGlobal('document', { addEventListener: () => undefined });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the program of the last visit', () => {
  it('is there again: files, settings, sources and view', async () => {
    const before = await visit();
    await before.begin();
    expect(before.restored.get()).toBeUndefined();
    before.openProgram(
      [
        { path: 'a.py', text: '' },
        { path: 'main.py', text: '' },
      ],
      'my job',
    );
    before.chooseSettings({ spark: '3.5', conf: { 'spark.sql.shuffle.partitions': '8' } });
    before.chooseCatalog({ t: { format: 'csv', columns: [], bytes: 5 } });
    before.chooseView('stages');
    before.chooseFile('a.py');
    write(before, 'x = 1');
    await kept();

    const after = await visit();
    await after.begin();
    expect(after.projectNow()).toEqual(before.projectNow());
    const { title, view, current, id } = after.playground.get();
    expect({ title, view, current }).toEqual({ title: 'my job', view: 'stages', current: 'a.py' });
    expect(after.restored.get()).toBe(id);
  });

  it('gives way to what was opened meanwhile', async () => {
    const before = await visit();
    await before.begin();
    write(before, 'old = 1');
    await kept();
    const after = await visit();
    after.openProgram([{ path: 'new.py', text: 'new = 1' }], 'new.py');
    await after.begin();
    expect(after.textOf('new.py')).toBe('new = 1');
    expect(after.restored.get()).toBeUndefined();
  });

  it('is left behind by starting anew, and is then among the versions', async () => {
    const before = await visit();
    await before.begin();
    write(before, 'old = 1');
    await kept();
    await before.startAnew();
    expect(before.textOf('first.py')).toContain('SparkSession');
    await kept();
    const after = await visit();
    await after.begin();
    expect(after.projectNow()).toEqual(before.projectNow());
    expect(before.versions.get().map(({ name, project }) => [name, project.files.get('first.py')])).toEqual([
      ['first.py before starting anew', 'old = 1'],
    ]);
  });

  it('is not what a scenario has lent, neither then nor while it is lent', async () => {
    const before = await visit();
    await before.begin();
    write(before, 'mine = 1');
    await kept();
    before.lent.set(true);
    write(before, 'of a scenario');
    await kept();
    const after = await visit();
    after.lent.set(true);
    const beginning = after.begin();
    await kept();
    expect(after.restored.get()).toBeUndefined();
    after.lent.set(false);
    await beginning;
    expect(after.textOf('first.py')).toBe('mine = 1');
  });

  it('is set aside after the page did not get through it twice', async () => {
    const before = await visit();
    await before.begin();
    write(before, 'breaks the page');
    await kept();
    for (let times = 0; times < 2; times++) await (await visit()).begin();
    const after = await visit();
    await after.begin();
    expect(after.textOf('first.py')).toContain('SparkSession');
    expect(after.versions.get()[0]?.project.files.get('first.py')).toBe('breaks the page');
    await (await visit()).begin();
  });

  it('of another version of the app is left alone where it cannot be opened', async () => {
    const before = await visit();
    await before.begin();
    write(before, 'x = 1');
    before.chooseSettings({ spark: '9.9' as '4.3' });
    await kept();
    const after = await visit();
    await after.begin();
    expect(after.restored.get()).toBeUndefined();
  });
});
