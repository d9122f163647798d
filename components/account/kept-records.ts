import { openDB } from 'idb';

/** What is kept beside localStorage and belongs to a person; recent files are copies of what lies on the machine anyway. */
export const KEPT_DATABASES = ['shufflescope-program', 'shufflescope-versions'] as const;

/** Everything in a database, by its stores; undefined where there is none or the browser refuses it. */
export async function keptRecords(
  name: string,
): Promise<Readonly<Record<string, readonly unknown[]>> | undefined> {
  try {
    const db = await openDB(name, undefined, {
      // Nobody has made it yet, and an empty one would stay for those who do.
      upgrade: (_db, _from, _to, transaction) => {
        transaction.done.catch(() => undefined); // that it failed is the point
        transaction.abort();
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    const stores = await Promise.all(
      [...db.objectStoreNames].map(async (store) => [store, await db.getAll(store)] as const),
    );
    db.close();
    return Object.fromEntries(stores);
  } catch {
    return undefined;
  }
}
