import type { ReferenceGroup } from '../reference-frame.tsx';
import { type EntryList, entryGroups, entryHref } from './entry.ts';

/** Links to all entries of a list, by group. */
export function entryLinks(list: EntryList): readonly ReferenceGroup[] {
  return entryGroups(list).map(({ title, entries }) => ({
    title,
    links: entries.map((entry) => ({ label: entry.title, href: entryHref(list, entry) })),
  }));
}
