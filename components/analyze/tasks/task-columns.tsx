import type { TableColumn } from '#components/ui/table-column.ts';
import { formatBytes, formatCount, formatMoment, formatMs } from '#lib/base/format.ts';
import { START_MS, type TaskRow } from '#lib/tables/queries/task-window.ts';
import type { Column, Unit } from '#lib/tables/schema/column.ts';
import { tasks } from '#lib/tables/schema/tasks.ts';
import { PlaceLink } from '../place/place-link.tsx';

/** Shown until the user chooses others. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'task_id',
  'stage_id',
  'index',
  'attempt',
  'status',
  'executor_id',
  START_MS,
  'duration',
  'executor_run_time',
  'jvm_gc_time',
  'shuffle_fetch_wait_time',
  'input_bytes',
  'input_records',
  'shuffle_read_bytes',
  'shuffle_read_records',
  'shuffle_write_bytes',
  'disk_bytes_spilled',
];

export interface TaskColumnFacts {
  readonly name: string;
  readonly doc: string;
  readonly unit: Unit | undefined;
  readonly isNumber: boolean;
}

/** Everything that can be shown of a task, as the schema describes it. */
export const TASK_COLUMNS: readonly TaskColumnFacts[] = [
  ...Object.entries<Column>(tasks.columns).map(([name, { doc, unit, type }]) => ({
    name,
    doc,
    unit,
    isNumber: type === 'BIGINT' || type === 'INTEGER' || type === 'DOUBLE',
  })),
  {
    name: START_MS,
    doc: 'When it was launched, since the start of the application.',
    unit: 'ms',
    isNumber: true,
  },
];

const HEADERS: Readonly<Record<string, string>> = {
  task_id: 'Task',
  stage_id: 'Stage',
  executor_id: 'Executor',
  [START_MS]: 'Start',
  jvm_gc_time: 'GC',
  executor_run_time: 'Run time',
  shuffle_fetch_wait_time: 'Fetch wait',
  disk_bytes_spilled: 'Spill',
};

/** "shuffle_read_bytes" -> "Shuffle read bytes". */
export function columnHeader(name: string): string {
  const text = HEADERS[name] ?? name.replaceAll('_', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const KEY_COLUMNS = ['task_id', 'stage_id', 'duration', 'status'];

/** On a phone, what one looks for stands where it is seen; the rest is a swipe away. */
export function keyColumnsFirst(names: readonly string[]): readonly string[] {
  return [
    ...KEY_COLUMNS.filter((name) => names.includes(name)),
    ...names.filter((name) => !KEY_COLUMNS.includes(name)),
  ];
}

export function taskColumns(names: readonly string[]): readonly TableColumn<TaskRow>[] {
  return names.flatMap((name) => {
    const facts = TASK_COLUMNS.find((column) => column.name === name);
    return facts ? [toColumn(facts)] : [];
  });
}

function toColumn({ name, doc, unit, isNumber }: TaskColumnFacts): TableColumn<TaskRow> {
  const header = columnHeader(name);
  return {
    id: name,
    header,
    help: doc,
    width: unit === 'epoch ms' ? 190 : Math.max(76, 36 + header.length * 7.5),
    align: isNumber ? 'end' : 'start',
    // Sorted by the database; the value says only that it can be.
    sortValue: () => 0,
    pinned: name === 'task_id',
    cell: (row) => {
      if (name === 'stage_id' && 'stage_attempt_id' in row) return <StageLink row={row} />;
      return name === 'status' ? String(row.status).toLowerCase() : cellText(row[name], unit);
    },
  };
}

function StageLink({ row }: { readonly row: TaskRow }) {
  const stage = `${row.stage_id}.${row.stage_attempt_id}`;
  return <PlaceLink to={{ view: 'stages', stage }}>{stage}</PlaceLink>;
}

/** A value of a row, by the unit of its column; NULL stays empty. */
function cellText(value: unknown, unit: Unit | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'number') return String(value);
  switch (unit) {
    case 'ms':
      return formatMs(value);
    case 'ns':
      return formatMs(value / 1e6);
    case 'bytes':
      return value === 0 ? '' : formatBytes(value);
    case 'epoch ms':
      return formatMoment(value);
    case undefined:
      return String(value);
    default:
      return value === 0 ? '' : formatCount(value);
  }
}
