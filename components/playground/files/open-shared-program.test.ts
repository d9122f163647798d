import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { STATES } from '#lib/share/testing.ts';

/** A worker that never answers: what a link opens does not hang on it. */
vi.mock('../worker/playground-client.ts', () => {
  const silent = () => new Promise<never>(() => undefined);
  const remote = { open: silent, edit: silent, predict: silent, findings: silent };
  return { startPlayground: () => ({ remote, broken: silent(), close: () => undefined }) };
});

// Other tests have loaded them with a worker of their own.
vi.resetModules();
const { edited, FIRST, keptState, openKept, playground, textOf } = await import(
  '../session/playground-session.ts'
);
const { versions } = await import('../versions/versions.ts');
const { openSharedProgram } = await import('./open-shared-program.ts');
afterAll(() => void vi.resetModules());

const shared = STATES.playground;

beforeEach(() => openKept(FIRST));

describe('the program of a link', () => {
  it('is opened with its settings and sources', async () => {
    const kept = versions.get();
    await openSharedProgram({ ...shared, view: 'stages' });
    const { title, main, settings, catalog, view } = playground.get();
    expect({ title, main, settings, catalog, view }).toEqual({
      ...{ title: 'main.py', main: 'main.py', view: 'stages' },
      ...{ settings: shared.settings, catalog: shared.catalog },
    });
    expect(textOf('main.py')).toBe(shared.files[0]!.text);
    expect(versions.get()).toEqual(kept);
  });

  it('loses nothing of what was there: it is a version, and one step back', async () => {
    edited('first.py', [], 'mine = 1');
    const before = keptState();
    const back = await openSharedProgram(shared);
    expect(versions.get()[0]).toMatchObject({ name: 'first.py before a link' });
    expect(versions.get()[0]?.project.files.get('first.py')).toBe('mine = 1');
    back?.();
    expect(keptState()).toEqual({ ...before, id: playground.get().id });
  });

  it('is taken as far as it makes sense', async () => {
    const files = [
      { path: 'job.py', text: 'a\r\nb' },
      { path: 'job.py', text: 'c\rd' },
      { path: 'lib/main.py', text: '' },
    ];
    const settings = { ...shared.settings, cores: -1 };
    await openSharedProgram({ ...shared, files, main: 'gone.py', settings, view: 'moon' });
    const { main, settings: taken, view } = playground.get();
    expect([main, taken.cores, view]).toEqual(['lib/main.py', FIRST.settings.cores, FIRST.view]);
    expect(playground.get().files.map(({ path }) => path)).toEqual(['job.py', 'lib/main.py']);
    expect(textOf('job.py')).toBe('c\nd');
  });

  it.each([{ ...shared, files: [] }, STATES.simulator])(
    'is not there in a link without files or of another kind',
    async (state) => {
      const before = keptState();
      expect(await openSharedProgram(state)).toBeUndefined();
      expect(keptState()).toEqual(before);
    },
  );
});
