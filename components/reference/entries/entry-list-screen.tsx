import { ReferenceEntry } from '../reference-entry.tsx';
import { type EntryList, entryGroups, entryHref } from './entry.ts';
import { WayBack } from './way-back.tsx';

export function EntryListScreen({ list }: { readonly list: EntryList }) {
  return (
    <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6">
      <div className="grid gap-3">
        <WayBack />
        <h1 className="font-semibold text-2xl tracking-tight">{list.title}</h1>
        <p className="max-w-prose text-lg text-soft">{list.about}</p>
      </div>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {entryGroups(list).map(({ title, entries }) => (
          <section
            key={title}
            aria-label={title}
            className="grid min-w-0 content-start gap-3 border-line border-t pt-3"
          >
            <h2 className="font-semibold text-faint text-xs">{title}</h2>
            <ul className="grid gap-3">
              {entries.map((entry) => (
                <li key={entry.id} className="wrap-anywhere min-w-0">
                  <ReferenceEntry
                    href={entryHref(list, entry)}
                    name={entry.title}
                    about={entry.about}
                    isOfMany
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
