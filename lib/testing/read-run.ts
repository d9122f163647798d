import { type IngestStats, ingest, type LogToRead } from '#lib/eventlog/ingest.ts';
import type { Batch, ColumnData } from '#lib/tables/batch.ts';
import { TABLES, type TableName } from '#lib/tables/schema/tables.ts';
import { runText } from './run-text.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The tables of a run as plain rows, without a database. */
export interface RunTables {
  readonly stats: IngestStats;
  rows(table: TableName): readonly Row[];
  /** The only row, or the first for which all of `where` is so. */
  row(table: TableName, where?: Row): Row;
  /** Facts of the ledger: "task-ends-missing 3". */
  facts(): readonly string[];
}

/** Reads a run in the notation of run-text.ts. */
export function readRun(text: string): Promise<RunTables> {
  return readLog(runText(text));
}

/** Reads a log from its text or bytes. */
function readLog(content: string | Uint8Array): Promise<RunTables> {
  return readSource(logOf(content));
}

export async function readSource(log: LogToRead): Promise<RunTables> {
  const batches: Batch[] = [];
  const stats = await ingest(log, {
    onBatch: (batch) => {
      batches.push(batch);
      return undefined;
    },
  });
  const rows = (table: TableName) => batches.filter((batch) => batch.table === table).flatMap(rowsOf);
  return {
    stats,
    rows,
    row: (table, where = {}) => {
      const found = rows(table).find((row) => Object.entries(where).every(([name, is]) => row[name] === is));
      if (!found) throw new Error(`no row of ${table} with ${JSON.stringify(where)}`);
      return found;
    },
    facts: () =>
      rows('ledger')
        .map(({ fact, count }) => `${fact} ${count}`)
        .sort(),
  };
}

/** A log of one file that is there as it is. */
export function logOf(content: string | Uint8Array): LogToRead {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const open = async function* (report: { bytesIn: number }) {
    report.bytesIn = bytes.length;
    yield bytes;
  };
  return {
    parts: [{ path: 'log', bytes: bytes.length, open }],
    inProgress: false,
    missingParts: [],
    compacted: false,
  };
}

/** The rows of a batch as values: NULL is null, booleans are booleans. */
function rowsOf(batch: Batch): readonly Row[] {
  const columns = Object.entries(TABLES.find(({ name }) => name === batch.table)!.columns);
  return Array.from({ length: batch.length }, (_, row) =>
    Object.fromEntries(columns.map(([name, { type }]) => [name, value(batch.columns[name], type, row)])),
  );
}

function value(column: ColumnData | undefined, type: string, row: number): unknown {
  if (!column) return null;
  if (column.kind === 'values') return column.values[row] ?? null;
  if (column.kind === 'words') return column.words[column.indices[row]!] ?? null;
  const number = column.values[row]!;
  if (Number.isNaN(number)) return null;
  return type === 'BOOLEAN' ? number === 1 : number;
}
