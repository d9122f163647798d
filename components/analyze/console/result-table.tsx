'use client';
import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import type { TableColumn } from '#components/ui/table-column.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { ResultActions } from './result-actions.tsx';
import { isNumeric, valueText } from './result-text.ts';

export interface ResultTableProps {
  readonly sql: string;
  readonly result: QueryResult;
}

interface Row {
  readonly index: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** More of a value is for exports: a cell shows one line. */
const CELL_CHARS = 300;
const PX_PER_CHAR = 7.5;
/** Rows looked at for the width of a column. */
const SAMPLE = 200;

/** The rows as the database gave them, unrounded. */
export function ResultTable({ sql, result }: ResultTableProps) {
  const rows = useMemo(() => result.rows.map((values, index): Row => ({ index, values })), [result]);
  const columns = useMemo(() => columnsOf(result), [result]);
  return (
    <div className="grid min-w-0 gap-2">
      <ResultActions sql={sql} result={result} />
      {result.rows.length > 0 ? (
        <DataTable
          label="Result"
          rows={rows}
          columns={columns}
          rowKey={({ index }) => String(index)}
          className="max-h-[max(16rem,calc(100vh-26rem))]"
        />
      ) : (
        <p className="rounded border border-line bg-panel p-4 text-soft text-sm">
          No row matches. The columns are {result.columns.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </div>
  );
}

function columnsOf({ columns, rows }: QueryResult): readonly TableColumn<Row>[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map(({ name, type }) => {
    const longest = Math.max(name.length + 2, ...sample.map((row) => valueText(row[name]).length));
    return {
      id: name,
      header: name,
      help: type,
      width: Math.round(Math.min(360, Math.max(72, 28 + longest * PX_PER_CHAR))),
      align: isNumeric(type) ? 'end' : 'start',
      sortValue: ({ values }) => sortable(values[name]),
      cell: ({ values }) => <Cell value={values[name]} />,
    };
  });
}

function Cell({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined) return <span className="text-faint">NULL</span>;
  const text = valueText(value);
  return (
    <span title={text.length > 40 ? text.slice(0, 1000) : undefined} className="font-mono text-xs">
      {text.slice(0, CELL_CHARS)}
    </span>
  );
}

function sortable(value: unknown): number | string | null {
  if (typeof value === 'number') return value;
  return value === null || value === undefined ? null : valueText(value);
}
