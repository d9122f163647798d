import { notice, noticeOf } from '#components/shell/notice.ts';
import { plural } from '#lib/base/format.ts';
import { namedAsRead } from '#lib/catalog/named-as-read.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import type { Catalog } from '#lib/plan/settings.ts';
import { chooseCatalog, playground } from '../session/playground-session.ts';

/** Adds what files say of sources: their ends and beginnings are read here, in the tab. Says what became of it. */
export async function takeSourceFiles(files: readonly NamedBlob[]): Promise<void> {
  try {
    // Only for those who give files: the reader of Parquet is as large as the rest of the page's reading.
    const { readSourceFiles } = await import('#lib/catalog/read-source-files.ts');
    const named = files.map(({ path, blob }) => ({
      name: path,
      byteLength: blob.size,
      slice: (from: number, to?: number) => blob.slice(from, to).arrayBuffer(),
    }));
    addSources(await readSourceFiles(named));
  } catch (error) {
    notice.set(noticeOf(error));
  }
}

/** Adds sources under the names that the program reads them by; throws nothing. */
export function addSources(found: Catalog): void {
  const { latest, catalog } = playground.get();
  const read = latest?.sources.map(({ source }) => source) ?? [];
  const added = namedAsRead(found, read);
  chooseCatalog({ ...catalog, ...added });
  const names = Object.keys(added);
  notice.set({
    text: `Known now: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${plural(names.length - 4, 'source')} more` : ''}.`,
    hint: names.some((name) => read.includes(name)) ? undefined : UNREAD,
  });
}

const UNREAD =
  'The program reads nothing of that name. Name the file as the path ends, or paste its schema under the path.';
