import { KEPT_DATABASES, keptRecords } from './kept-records.ts';

/** What this browser remembers of ours, as one file with a version: progress, choices, the last program and its versions. */
export interface LocalData {
  readonly format: 'shufflescope-local-data';
  readonly version: 1;
  /** Who was signed in when it was saved. */
  readonly name: string;
  readonly saved: string;
  readonly entries: Readonly<Record<string, string>>;
  /** Records of databases, by the names of the database and of its stores. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
}

const PREFIX = /^shufflescope[.:]/;

export async function localData(
  storage: Pick<Storage, 'length' | 'key' | 'getItem'>,
  name: string,
  now: Date,
): Promise<LocalData> {
  const entries: Record<string, string> = {};
  for (let i = 0; i < storage.length; i++) {
    const key = storage.key(i);
    if (key && PREFIX.test(key)) entries[key.replace(PREFIX, '')] = storage.getItem(key) ?? '';
  }
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const records = await Promise.all(
    KEPT_DATABASES.map(async (each) => [each.replace('shufflescope-', ''), await keptRecords(each)] as const),
  );
  return {
    format: 'shufflescope-local-data',
    version: 1,
    ...{ name, saved: now.toISOString(), entries: sorted },
    databases: Object.fromEntries(records.flatMap(([each, kept]) => (kept ? [[each, kept]] : []))),
  };
}

/** The file's text. Texts of programs lie in maps, which JSON does not have. */
export function localDataText(data: LocalData): string {
  return JSON.stringify(data, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 1);
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
