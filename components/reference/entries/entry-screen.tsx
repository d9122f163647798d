import { CodeBlock } from '#components/ui/code-block.tsx';
import { ReferenceFrame } from '../reference-frame.tsx';
import { type Entry, type EntryList, entryHref } from './entry.ts';
import { entryLinks } from './entry-links.ts';
import { WayBack } from './way-back.tsx';

export interface EntryScreenProps {
  readonly list: EntryList;
  readonly entry: Entry;
}

export function EntryScreen({ list, entry }: EntryScreenProps) {
  const { title, about, facts, paragraphs, code } = entry;
  return (
    <ReferenceFrame listLabel={list.title} groups={entryLinks(list)} here={entryHref(list, entry)}>
      <WayBack list={list} />
      <div className="mt-3 grid gap-4">
        <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="max-w-prose text-lg text-soft">{about}</p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-faint">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        {paragraphs.map((text) => (
          <p key={text} className="max-w-prose">
            {text}
          </p>
        ))}
        {code ? <CodeBlock label={code.label} code={code.text} /> : null}
      </div>
    </ReferenceFrame>
  );
}
