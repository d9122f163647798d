/** One thing with a page of its own: a setting, an operation, a container, a table. */
export interface Entry {
  /** Last part of the address. */
  readonly id: string;
  readonly title: string;
  /** The heading it stands under in the list. */
  readonly group: string;
  /** One sentence or two. */
  readonly about: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly code?: { readonly label: string; readonly text: string };
}

/** A list of entries under one address. */
export interface EntryList {
  readonly title: string;
  readonly about: string;
  readonly href: `/reference/${string}`;
  readonly entries: readonly Entry[];
}

export function entryHref({ href }: EntryList, { id }: Entry): string {
  return `${href}/${id}`;
}

/** Groups in the order in which they first appear. */
export function entryGroups({ entries }: EntryList): readonly {
  readonly title: string;
  readonly entries: readonly Entry[];
}[] {
  const titles = [...new Set(entries.map(({ group }) => group))];
  return titles.map((title) => ({ title, entries: entries.filter(({ group }) => group === title) }));
}
