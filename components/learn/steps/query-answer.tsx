import { SimpleTable } from '#components/ui/simple-table.tsx';
import type { QueryAnswer as Rows } from '#lib/learn/engine/engine-state.ts';

/** Rows that show what a query gives; all of them are in the console. */
const MOST = 3;

/** The first rows of the learner's query. */
export function QueryAnswer({ rows }: { readonly rows: Rows }) {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return <p className="text-soft text-sm">Your query gives no rows.</p>;
  return (
    <SimpleTable
      caption="What your query gives"
      className="rounded border border-line bg-panel px-3 pb-1"
      columns={names.map((header) => ({ header }))}
      rows={rows.slice(0, MOST).map((row) => names.map((name) => String(row[name] ?? 'null')))}
    />
  );
}
