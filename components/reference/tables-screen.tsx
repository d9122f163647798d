import Link from 'next/link';
import type { Table } from '#lib/tables/schema/column.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import { ReferenceFrame } from './reference-frame.tsx';
import { type Described, TableSection } from './table-section.tsx';
import { viewColumns } from './views/view-columns.ts';

const tables: readonly Described[] = TABLES.map(({ name, grain, doc, key, columns }: Table) => ({
  name,
  grain,
  doc,
  key,
  columns,
}));
const views: readonly Described[] = VIEWS.map(({ name, grain, doc }) => ({
  name,
  grain,
  doc,
  key: [],
  columns: viewColumns[name] ?? {},
}));

const links = (described: readonly Described[]) =>
  described.map(({ name }) => ({ label: name, href: `#${name}` }));
const groups = [
  { title: 'Tables', links: links(tables) },
  { title: 'Views', links: links(views) },
];

/** Every table and view: what a row is, and what the columns mean. */
export function TablesScreen() {
  return (
    <ReferenceFrame listLabel="Tables and views" groups={groups}>
      <p className="text-sm">
        <Link href="/reference" className="text-accent underline underline-offset-4">
          Reference
        </Link>
      </p>
      <div className="mt-3 mb-8 grid gap-3">
        <h1 className="font-semibold text-2xl tracking-tight">Tables and views</h1>
        <p className="max-w-prose text-base">
          A log becomes these tables, with the names of Spark’s REST API in snake_case and its units. Where
          the History Server reports a figure, the value is the same. NULL means that the log does not say it,
          never 0. Views are worked out from the tables; detectors use them too.
        </p>
        <p className="wrap-anywhere max-w-prose font-mono text-xs leading-6 lg:hidden pointer-coarse:leading-9">
          {groups
            .flatMap(({ links: all }) => all)
            .map(({ label, href }) => (
              <a
                key={href}
                href={href}
                className="mr-3 inline-block text-accent underline underline-offset-4"
              >
                {label}
              </a>
            ))}
        </p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {[...tables, ...views].map((described) => (
          <TableSection key={described.name} described={described} />
        ))}
      </div>
    </ReferenceFrame>
  );
}
