import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenFiles } from '../files/open-files.ts';
import {
  forgetAllRecent,
  forgetRecent,
  KEEP_BYTES,
  nameApplication,
  recentEntries,
  recentFiles,
  rememberFiles,
} from './recent-files.ts';

let count = 0;
const opened = (label: string, content = 'log'): OpenFiles => {
  count += 1;
  return { id: `id-${count}`, label, origin: 'drop', files: [{ path: label, blob: new Blob([content]) }] };
};
const labels = () => recentEntries.get()?.map(({ label }) => label);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await forgetAllRecent();
});

async function remember(...runs: OpenFiles[]) {
  for (const run of runs) {
    vi.advanceTimersByTime(1000);
    await rememberFiles(run);
  }
}

describe('recent files', () => {
  it('are listed newest first, and their content comes back', async () => {
    const [first, second] = [opened('a.zstd', 'first'), opened('b.zstd', 'second')];
    await remember(first, second);
    expect(labels()).toEqual(['b.zstd', 'a.zstd']);
    expect((await recentFiles(first.id))?.map(({ path }) => path)).toEqual(['a.zstd']);
  });

  it('are listed once, at the place of the last time', async () => {
    await remember(opened('a.zstd'), opened('b.zstd'), opened('a.zstd'));
    expect(labels()).toEqual(['a.zstd', 'b.zstd']);
  });

  it('end with the oldest dropped, and its content with it', async () => {
    const runs = Array.from({ length: 14 }, (_, index) => opened(`run-${index}`));
    await remember(...runs);
    expect(labels()).toHaveLength(12);
    expect(labels()?.at(-1)).toBe('run-2');
    expect(await recentFiles(runs[0]?.id ?? '')).toBeUndefined();
  });

  it('too large to keep are listed without their content', async () => {
    const large = opened('large');
    const blob = Object.defineProperty(new Blob(['x']), 'size', { value: KEEP_BYTES + 1 });
    await remember({ ...large, files: [{ path: 'large', blob }] });
    expect(recentEntries.get()?.[0]).toMatchObject({ label: 'large', kept: false });
    expect(await recentFiles(large.id)).toBeUndefined();
  });

  it('can be forgotten, one or all, and named after their application', async () => {
    const [first, second] = [opened('a.zstd'), opened('b.zstd')];
    await remember(first, second);
    await nameApplication(first.id, 'nightly-orders');
    expect(recentEntries.get()?.at(-1)?.application).toBe('nightly-orders');
    await remember(opened('a.zstd'));
    expect(recentEntries.get()?.[0]).toMatchObject({ label: 'a.zstd', application: 'nightly-orders' });
    await forgetRecent(second.id);
    expect(labels()).toEqual(['a.zstd']);
    await forgetAllRecent();
    expect(labels()).toEqual([]);
    expect(await recentFiles(first.id)).toBeUndefined();
  });
});

describe('where the browser refuses storage', () => {
  it('nothing is remembered and nothing fails', async () => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('SecurityError');
      },
    });
    const fresh = await import('./recent-files.ts');
    await fresh.rememberFiles(opened('a.zstd'));
    await fresh.loadRecent();
    expect(fresh.recentEntries.get()).toEqual([]);
    expect(await fresh.recentFiles('any')).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
