import type { Query } from '#lib/plan/analyze/query.ts';
import type { Call } from '../method.ts';
import { eager } from '../steps.ts';

const FILE_FORMATS = new Set(['parquet', 'orc', 'csv', 'json', 'text', 'avro']);

/** parquet.`path` in a FROM reads the footers when the query is analysed, as `spark.read.parquet` does. */
export function reportFileTables(call: Call, query: Query): void {
  for (const parts of tablesIn(query)) {
    const [format, source] = parts;
    if (parts.length !== 2 || !format || !source || !FILE_FORMATS.has(format.toLowerCase())) continue;
    if (format.toLowerCase() !== 'text') {
      eager(call, { kind: 'infer-schema', format: format.toLowerCase(), source: source.replace(/\/+$/, '') });
    }
  }
}

/** Every table that a query names, wherever it stands. Queries are plain trees. */
function tablesIn(node: unknown, found: (readonly string[])[] = []): readonly (readonly string[])[] {
  if (Array.isArray(node)) {
    for (const each of node) tablesIn(each, found);
  } else if (typeof node === 'object' && node !== null) {
    const { kind, parts } = node as { kind?: unknown; parts?: unknown };
    if (kind === 'plan') return found;
    if (kind === 'table' && Array.isArray(parts)) found.push(parts as string[]);
    for (const each of Object.values(node)) tablesIn(each, found);
  }
  return found;
}
