import { useMemo, useRef } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import { chooseCatalog, playground } from '../session/playground-session.ts';
import { PasteSource } from './paste-source.tsx';
import { SourceItem } from './source-item.tsx';
import { sourceRows } from './source-rows.ts';
import { takeSourceFiles } from './take-sources.ts';

/** What the program reads, what is known of it, and ways to tell more. */
export function SourceSection() {
  const { latest, catalog } = useStore(playground);
  const input = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => sourceRows(latest?.sources ?? [], catalog), [latest, catalog]);
  const unknown = latest?.sources.find(({ columns }) => columns === undefined)?.source;
  const forget = (name: string) => {
    const { [name]: _, ...left } = catalog;
    chooseCatalog(left);
  };
  return (
    <section aria-labelledby="playground-sources" className="grid gap-2">
      <h3 id="playground-sources" className="font-semibold text-sm">
        What the program reads
      </h3>
      <p className="text-soft text-sm">
        Sizes decide which side of a join is broadcast, and files into how many partitions a scan is split. Of
        a file only its schema and sizes are read, in this tab.
      </p>
      <p className="flex flex-wrap gap-2">
        <Button onClick={() => input.current?.click()}>Read Parquet or CSV files</Button>
        {Object.keys(catalog).length === 0 ? null : (
          <Button
            onClick={() => {
              const json = `${JSON.stringify(catalog, null, 1)}\n`;
              saveFile('catalog.json', new Blob([json], { type: 'application/json' }));
            }}
          >
            Save as catalog.json
          </Button>
        )}
        <input
          ref={input}
          hidden
          type="file"
          multiple
          tabIndex={-1}
          aria-label="Files of sources"
          accept=".parquet,.csv,.tsv,.json,.txt"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            currentTarget.value = ''; // so that choosing the same file again is a change
            if (chosen.length > 0)
              void takeSourceFiles(chosen.map((file) => ({ path: file.name, blob: file })));
          }}
        />
      </p>
      <Disclosure summary="Paste a schema">
        <PasteSource name={unknown ?? rows[0]?.name ?? 'table'} />
      </Disclosure>
      {rows.length === 0 ? (
        <p className="text-soft text-sm">The program reads no files and no tables.</p>
      ) : (
        <ul className="grid gap-2">
          {rows.map((row) => (
            <SourceItem
              key={row.name}
              row={row}
              onChange={(name, source) => chooseCatalog({ ...catalog, [name]: source })}
              onForget={forget}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
