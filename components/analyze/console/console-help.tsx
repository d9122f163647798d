'use client';
import { useState } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { EXAMPLE_QUERIES } from '#lib/tables/example-queries.ts';
import { forgetQueries, queryHistory } from './query-history.ts';
import { SchemaBrowser } from './schema-browser.tsx';
import type { SchemaItem } from './schema-items.ts';

export interface ConsoleHelpProps {
  readonly schema: readonly SchemaItem[];
  readonly onInsert: (text: string) => void;
  /** Puts a whole query into the editor and runs it. */
  readonly onPick: (sql: string) => void;
}

const TABS = [
  { id: 'examples', label: 'Examples' },
  { id: 'schema', label: 'Tables' },
  { id: 'history', label: 'History' },
] as const;

/** What one can ask, and what was asked. */
export function ConsoleHelp({ schema, onInsert, onPick }: ConsoleHelpProps) {
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('examples');
  return (
    <aside
      aria-label="Help for queries"
      className="min-w-0 rounded border border-line bg-panel px-3 pt-1 lg:sticky lg:top-16"
    >
      <Tabs label="Help for queries" items={TABS} value={tab} onChange={setTab}>
        <div className="max-h-[max(20rem,calc(100vh-16rem))] overflow-y-auto py-2">
          {tab === 'examples' ? (
            <QueryList
              queries={EXAMPLE_QUERIES.map(({ question, sql }) => ({ text: question, sql }))}
              onPick={onPick}
            />
          ) : null}
          {tab === 'schema' ? <SchemaBrowser schema={schema} onInsert={onInsert} /> : null}
          {tab === 'history' ? <History onPick={onPick} /> : null}
        </div>
      </Tabs>
    </aside>
  );
}

interface QueryListProps {
  readonly queries: readonly { readonly text: string; readonly sql: string }[];
  readonly mono?: boolean;
  readonly onPick: (sql: string) => void;
}

function QueryList({ queries, mono = false, onPick }: QueryListProps) {
  return (
    <ul className="divide-y divide-line">
      {queries.map(({ text, sql }) => (
        <li key={sql}>
          <button
            type="button"
            onClick={() => onPick(sql)}
            className={`wrap-anywhere w-full rounded px-1 py-1.5 text-left -outline-offset-2 hover:bg-tint ${mono ? 'line-clamp-3 font-mono text-xs' : 'text-sm'}`}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

function History({ onPick }: Pick<QueryListProps, 'onPick'>) {
  const queries = useStore(queryHistory, () => []);
  if (queries.length === 0)
    return <p className="text-soft text-sm">Queries that ran are listed here, in this browser only.</p>;
  return (
    <div className="grid gap-2">
      <QueryList queries={queries.map((sql) => ({ text: sql, sql }))} mono onPick={onPick} />
      <p className="flex items-center justify-between gap-2 text-faint text-xs">
        Kept in this browser only.
        <Button kind="quiet" fit="tight" onClick={forgetQueries}>
          Clear
        </Button>
      </p>
    </div>
  );
}
