import { notice } from '#components/shell/notice.ts';
import { createStore } from '#components/shell/store.ts';
import { playground, projectNow } from '../session/playground-session.ts';
import { type KeptVersion, nextName } from './kept-version.ts';
import { versionDb } from './version-db.ts';

/** Newest first. */
export const versions = createStore<readonly KeptVersion[]>([]);

/** So many are kept; the oldest one makes room. */
const MOST_VERSIONS = 50;

let reading: Promise<void> | undefined;

/** Reads what was kept before, once. */
export function readVersions(): Promise<void> {
  reading ??= read();
  return reading;
}

async function read(): Promise<void> {
  try {
    const kept = await (await versionDb()).getAll('versions');
    const known = new Set(versions.get().map(({ id }) => id));
    versions.set(
      [...versions.get(), ...kept.filter(({ id }) => !known.has(id))].toSorted((a, b) => b.keptAt - a.keptAt),
    );
  } catch {
    // Without storage versions last as long as the page.
  }
}

/** Keeps the program as it is, or another one; without a name it gets the next number. */
export async function keepVersion(
  name: string,
  { title, project }: Pick<KeptVersion, 'title' | 'project'> = {
    title: playground.get().title,
    project: projectNow(),
  },
): Promise<void> {
  // The list has to be whole before one more is counted in.
  await readVersions();
  const version: KeptVersion = {
    id: crypto.randomUUID(),
    name: name.trim() || nextName(versions.get()),
    keptAt: Date.now(),
    ...{ title, project },
  };
  const all = [version, ...versions.get()];
  versions.set(all.slice(0, MOST_VERSIONS));
  try {
    const db = await versionDb();
    await db.put('versions', version);
    for (const { id } of all.slice(MOST_VERSIONS)) await db.delete('versions', id);
  } catch {
    notice.set({
      text: `${version.name} is kept as long as this page is open.`,
      hint: 'The browser gives this site no storage, or none is left.',
    });
  }
}

export async function forgetVersion(id: string): Promise<void> {
  versions.set(versions.get().filter((version) => version.id !== id));
  try {
    await (await versionDb()).delete('versions', id);
  } catch {
    // It was never stored.
  }
}
