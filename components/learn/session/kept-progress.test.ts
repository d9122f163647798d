import { describe, expect, it } from 'vitest';
import { keepRun } from '#lib/learn/progress/keep.ts';
import { NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import { newRun } from '#lib/learn/run/scenario-run.ts';
import { keptProgress, PROGRESS_KEY } from './kept-progress.ts';

function memory(entries: Record<string, string> = {}) {
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
  };
}
const begun = keepRun(NO_PROGRESS, newRun('short', 3, 100));

describe('kept progress', () => {
  it('is there again after a reload', () => {
    const storage = memory();
    keptProgress(() => storage).set(begun);
    expect(keptProgress(() => storage).get()).toEqual(begun);
  });

  it('takes over what another tab did', () => {
    const storage = memory();
    const [here, there] = [keptProgress(() => storage), keptProgress(() => storage)];
    there.set(begun);
    expect(here.get()).toEqual(NO_PROGRESS);
    here.takeOver();
    expect(here.get()).toEqual(begun);
  });

  it('puts aside what it cannot read, and begins anew', () => {
    const newer = '{"format":"shufflescope-progress","version":99}';
    const storage = memory({ [PROGRESS_KEY]: newer });
    const kept = keptProgress(() => storage);
    expect(kept.get()).toEqual(NO_PROGRESS);
    kept.set(begun);
    expect(Object.values(storage.entries)).toContain(newer);
  });

  it('holds for this tab where the browser refuses storage, and says so', () => {
    const kept = keptProgress(() => {
      throw new Error('SecurityError');
    });
    expect(kept.isRefused.get()).toBe(true);
    kept.set(begun);
    expect(kept.get()).toEqual(begun);
  });

  it('says so when the storage is full', () => {
    const kept = keptProgress(() => ({
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    }));
    expect(kept.isRefused.get()).toBe(false);
    kept.set(begun);
    expect([kept.isRefused.get(), kept.get()]).toEqual([true, begun]);
  });
});
