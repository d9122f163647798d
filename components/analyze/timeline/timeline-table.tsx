'use client';
import { useMemo } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import type { TableColumn } from '#components/ui/table-column.ts';
import { formatCount, formatMs } from '#lib/base/format.ts';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import type { TimeWindow } from './time-window.ts';

export interface TimelineTableProps {
  readonly spans: readonly TimelineSpanRow[];
  readonly window: TimeWindow;
  readonly onPick: (span: TimelineSpanRow) => void;
}

const COLUMNS: readonly TableColumn<TimelineSpanRow>[] = [
  {
    id: 'what',
    header: 'What',
    width: 130,
    pinned: true,
    cell: ({ kind, id }) => (kind === 'gap' ? 'no job' : `${kind} ${id}`),
    sortValue: ({ kind, id }) => `${kind} ${id}`,
  },
  { id: 'name', header: 'Name', width: 240, cell: ({ name }) => name, sortValue: ({ name }) => name },
  {
    id: 'start',
    header: 'Start',
    width: 100,
    align: 'end',
    cell: ({ start_ms }) => formatMs(start_ms),
    sortValue: ({ start_ms }) => start_ms,
  },
  {
    id: 'end',
    header: 'End',
    width: 100,
    align: 'end',
    from: 'md',
    cell: ({ end_ms }) => formatMs(end_ms),
    sortValue: ({ end_ms }) => end_ms,
  },
  {
    id: 'duration',
    header: 'Duration',
    width: 110,
    align: 'end',
    cell: ({ start_ms, end_ms }) => formatMs(end_ms - start_ms),
    sortValue: ({ start_ms, end_ms }) => end_ms - start_ms,
  },
  {
    id: 'tasks',
    header: 'Tasks',
    width: 90,
    align: 'end',
    from: 'md',
    cell: ({ kind, tasks }) => (kind === 'gap' ? '' : formatCount(tasks)),
    sortValue: ({ tasks }) => tasks,
  },
  {
    id: 'status',
    header: 'Status',
    width: 110,
    from: 'md',
    cell: ({ kind, status }) => (kind === 'gap' ? '' : status.toLowerCase()),
    sortValue: ({ status }) => status,
  },
];

/** What the timeline shows now, as a table. */
export function TimelineTable({ spans, window, onPick }: TimelineTableProps) {
  const shown = useMemo(
    () => spans.filter(({ start_ms, end_ms }) => end_ms >= window.from && start_ms <= window.to),
    [spans, window],
  );
  return (
    <DataTable
      label="Jobs, stages and gaps in the part shown"
      rows={shown}
      columns={COLUMNS}
      rowKey={({ kind, id, start_ms }) => `${kind} ${id} ${start_ms}`}
      initialSort={{ column: 'start', direction: 'ascending' }}
      onSelect={onPick}
    />
  );
}
