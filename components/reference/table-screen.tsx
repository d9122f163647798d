import { CodeBlock } from '#components/ui/code-block.tsx';
import { describedTables, describedViews } from './described-tables.ts';
import { WayBack } from './entries/way-back.tsx';
import { ReferenceFrame } from './reference-frame.tsx';
import { type Described, TableSection } from './table-section.tsx';

const links = (described: readonly Described[]) =>
  described.map(({ name }) => ({ label: name, href: `/reference/tables/${name}` }));
const groups = [
  { title: 'Tables', links: links(describedTables) },
  { title: 'Views', links: links(describedViews) },
];

/** One table or view, with a query to begin with. */
export function TableScreen({ described }: { readonly described: Described }) {
  const columns = Object.keys(described.columns).slice(0, 6);
  return (
    <ReferenceFrame listLabel="Tables and views" groups={groups} here={`/reference/tables/${described.name}`}>
      <WayBack list={{ title: 'Tables and views', href: '/reference/tables' }} />
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-6">
        <TableSection described={described} isPage />
        <CodeBlock
          label="the query"
          code={`SELECT ${columns.join(', ')}\nFROM ${described.name}\nLIMIT 100`}
        />
      </div>
    </ReferenceFrame>
  );
}
