/** What this browser remembers of ours, as one file with a version: progress, versions, choices. */
export interface LocalData {
  readonly format: 'shufflescope-local-data';
  readonly version: 1;
  /** Who was signed in when it was saved. */
  readonly name: string;
  readonly saved: string;
  readonly entries: Readonly<Record<string, string>>;
}

const PREFIX = 'shufflescope.';

export function localData(
  storage: Pick<Storage, 'length' | 'key' | 'getItem'>,
  name: string,
  now: Date,
): LocalData {
  const entries: Record<string, string> = {};
  for (let i = 0; i < storage.length; i++) {
    const key = storage.key(i);
    if (key?.startsWith(PREFIX)) entries[key.slice(PREFIX.length)] = storage.getItem(key) ?? '';
  }
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { format: 'shufflescope-local-data', version: 1, name, saved: now.toISOString(), entries: sorted };
}

/** "Anna Müller" -> "shufflescope-anna-muller.json". */
export function localDataFile(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `shufflescope-${words || 'data'}.json`;
}
