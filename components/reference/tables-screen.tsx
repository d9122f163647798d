import Link from 'next/link';
import { describedTables, describedViews } from './described-tables.ts';
import { ReferenceFrame } from './reference-frame.tsx';
import { type Described, TableSection } from './table-section.tsx';

const links = (described: readonly Described[]) =>
  described.map(({ name }) => ({ label: name, href: `#${name}` }));
const groups = [
  { title: 'Tables', links: links(describedTables) },
  { title: 'Views', links: links(describedViews) },
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
        {[...describedTables, ...describedViews].map((described) => (
          <TableSection key={described.name} described={described} />
        ))}
      </div>
    </ReferenceFrame>
  );
}
