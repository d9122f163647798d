import Link from 'next/link';
import type { Column } from '#lib/tables/schema/column.ts';

export interface Described {
  readonly name: string;
  readonly grain: string;
  readonly doc: string;
  /** Columns that identify a row; none where there is no such. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

export interface TableSectionProps {
  readonly described: Described;
  /** It is what the page is about, and not one of many on it. */
  readonly isPage?: boolean;
}

export function TableSection({ described, isPage = false }: TableSectionProps) {
  const Heading = isPage ? 'h1' : 'h2';
  const { name, grain, doc, key, columns } = described;
  return (
    <section aria-labelledby={name} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <Heading id={name} className="wrap-anywhere font-mono font-semibold text-lg">
        {isPage ? (
          name
        ) : (
          <Link href={`/reference/tables/${name}`} prefetch={false}>
            {name}
          </Link>
        )}
      </Heading>
      <p className="max-w-prose text-base">{doc}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        <dt className="text-faint">One row is</dt>
        <dd>{grain}</dd>
        {key.length > 0 ? (
          <>
            <dt className="text-faint">Key</dt>
            <dd className="wrap-anywhere font-mono text-xs leading-5">{key.join(', ')}</dd>
          </>
        ) : null}
      </dl>
      <table className="mt-1 w-full table-fixed text-left text-sm">
        <thead className="max-sm:sr-only">
          <tr className="border-line border-b text-faint text-xs">
            <th scope="col" className="w-[45%] py-1 pr-4 font-medium sm:w-64">
              Column
            </th>
            <th scope="col" className="w-36 py-1 pr-4 font-medium max-sm:hidden">
              Type
            </th>
            <th scope="col" className="py-1 font-medium">
              Meaning
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(columns).map(([column, description]) => (
            <ColumnRow key={column} name={column} column={description} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where there is little room, the type stands below the name. */
function ColumnRow({ name, column }: { readonly name: string; readonly column: Column }) {
  const type = column.unit ? `${column.type}, ${column.unit}` : column.type;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="wrap-anywhere w-[45%] py-1 pr-4 font-normal sm:w-64">
        <span className="block font-mono text-xs leading-5">{name}</span>
        <span className="text-faint text-xs sm:hidden">{type}</span>
      </th>
      <td className="w-36 py-1 pr-4 text-faint text-xs leading-5 max-sm:hidden">{type}</td>
      <td className="wrap-anywhere py-1">{column.doc}</td>
    </tr>
  );
}
