import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { totalBytes } from '../files/file-names.ts';
import type { OpenFiles } from '../files/open-files.ts';
import { createStore } from '../store.ts';
import { type RecentDb, recentDb } from './recent-db.ts';
import type { RecentEntry } from './recent-entry.ts';

/** Larger inputs are listed but not kept: the browser's storage is shared with everything else. */
export const KEEP_BYTES = 64 * 2 ** 20;
const MAX_ENTRIES = 12;

/** Newest first; undefined until first read. Storage that refuses (private mode, quota) leaves it as it is. */
export const recentEntries = createStore<readonly RecentEntry[] | undefined>(undefined);

export function loadRecent(): Promise<void> {
  return quietly(refresh, () => recentEntries.set([]));
}

export function rememberFiles({ id, label, files }: OpenFiles): Promise<void> {
  return quietly(async () => {
    const db = await recentDb();
    const bytes = totalBytes(files);
    const kept = bytes <= KEEP_BYTES;
    const same = (await db.getAll('entries')).filter((old) => old.label === label && old.bytes === bytes);
    for (const old of same) await remove(old.id);
    const known = same.find(({ application }) => application !== undefined);
    const entry = { ...known, id, label, fileCount: files.length, bytes, openedAt: Date.now(), kept };
    // A full disk must not lose the line as well.
    const listed = () => db.put('entries', { ...entry, kept: false });
    if (kept) await keep(db, entry, files).catch(listed);
    else await listed();
    const all = await refresh();
    for (const old of all.slice(MAX_ENTRIES)) await remove(old.id);
    if (all.length > MAX_ENTRIES) await refresh();
  });
}

/** Adds what the analysis found out about an entry. */
export function nameApplication(id: string, application: string): Promise<void> {
  return quietly(async () => {
    await update(id, { application });
    await refresh();
  });
}

/** The kept files, or undefined where the browser no longer has them. */
export async function recentFiles(id: string): Promise<readonly NamedBlob[] | undefined> {
  try {
    return await (await recentDb()).get('files', id);
  } catch {
    return undefined;
  }
}

export function forgetRecent(id: string): Promise<void> {
  return quietly(async () => {
    await remove(id);
    await refresh();
  });
}

export function forgetAllRecent(): Promise<void> {
  return quietly(async () => {
    const db = await recentDb();
    await db.clear('files');
    await db.clear('entries');
    await refresh();
  });
}

/** Line and files at once: the page may be left at any moment, and a line without its files would be a lie. */
async function keep(db: RecentDb, entry: RecentEntry, files: readonly NamedBlob[]): Promise<void> {
  const both = db.transaction(['entries', 'files'], 'readwrite');
  await Promise.all([
    both.objectStore('entries').put(entry),
    both.objectStore('files').put([...files], entry.id),
    both.done,
  ]);
}

async function update(id: string, change: Partial<RecentEntry>): Promise<void> {
  const db = await recentDb();
  const entry = await db.get('entries', id);
  if (entry) await db.put('entries', { ...entry, ...change });
}

async function remove(id: string): Promise<void> {
  const db = await recentDb();
  await db.delete('files', id);
  await db.delete('entries', id);
}

async function refresh(): Promise<readonly RecentEntry[]> {
  const entries = await (await recentDb()).getAll('entries');
  entries.sort((a, b) => b.openedAt - a.openedAt);
  recentEntries.set(entries);
  return entries;
}

/** Remembering is a convenience: a browser that refuses it must not disturb the work. */
async function quietly(work: () => Promise<unknown>, otherwise: () => void = () => {}): Promise<void> {
  try {
    await work();
  } catch {
    otherwise();
  }
}
