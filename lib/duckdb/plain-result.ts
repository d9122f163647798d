import type { Table } from 'apache-arrow';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { plainReader, uniqueNames } from './plain-value.ts';

/** Turns DuckDB's Arrow answer into rows of plain values (plain-value.ts says which). */
export function plainResult(table: Table): QueryResult {
  const fields = table.schema.fields;
  const names = uniqueNames(fields.map((field) => field.name));
  const rows: Record<string, unknown>[] = [];
  for (const batch of table.batches) {
    // Lists and structs of an empty one have nothing inside to read from.
    if (batch.numRows === 0) continue;
    const first = rows.length;
    for (let row = 0; row < batch.numRows; row++) rows.push({});
    for (const [i, name] of names.entries()) {
      const read = plainReader(batch.getChildAt(i)!);
      for (let row = 0; row < batch.numRows; row++) rows[first + row]![name] = read(row);
    }
  }
  return { columns: fields.map((field, i) => ({ name: names[i]!, type: String(field.type) })), rows };
}
