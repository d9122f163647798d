import { Severity } from '#components/ui/severity.tsx';
import type { TableColumn } from '#components/ui/table-column.ts';
import { formatBytes, formatCount, formatMs, formatRatio, formatShare } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';
import type { StageListRow } from '#lib/tables/queries/stage-list.ts';

type Column = TableColumn<StageListRow>;

/** A number column; null, and 0 where it says nothing, stay empty so that what is there stands out. */
function number(
  id: string,
  header: string,
  value: (row: StageListRow) => number | null,
  format: (value: number) => string,
  rest: Partial<Column> & { readonly zero?: boolean } = {},
): Column {
  const { zero = false, ...column } = rest;
  return {
    id,
    header,
    width: 98,
    align: 'end',
    sortValue: value,
    cell: (row) => {
      const shown = value(row);
      return shown === null || (shown === 0 && !zero) ? '' : format(shown);
    },
    ...column,
  };
}

/** `narrow`: on a phone the name leaves room for the insight and the duration. */
export function stageColumns(
  insights: ReadonlyMap<string, readonly Insight[]>,
  narrow: boolean,
): readonly Column[] {
  return [
    {
      id: 'stage',
      header: 'Stage',
      width: narrow ? 56 : 80,
      pinned: true,
      cell: ({ stage }) => <span className="font-medium">{stage}</span>,
      sortValue: ({ stage_id, attempt_id }) => stage_id + attempt_id / 1000,
      help: 'Stage id and attempt. A retry is a new attempt.',
    },
    ...(insights.size > 0 ? [insightColumn(insights, narrow)] : []),
    {
      id: 'status',
      header: 'Status',
      width: 96,
      from: 'md',
      cell: ({ status }) => (
        <span className={status === 'FAILED' ? 'font-medium' : 'text-soft'}>{status.toLowerCase()}</span>
      ),
      sortValue: ({ status }) => status,
    },
    {
      id: 'name',
      header: 'Name',
      width: narrow ? 92 : 240,
      cell: ({ name, description }) => (
        <span title={name ?? undefined}>
          {name}
          {description ? <span className="text-faint"> {description}</span> : null}
        </span>
      ),
      sortValue: ({ name }) => name,
    },
    number('tasks', 'Tasks', ({ tasks_done }) => tasks_done, formatCount, {
      zero: true,
      from: 'md',
      help: 'Task attempts that succeeded.',
    }),
    number('failed', 'Failed', ({ tasks_failed }) => tasks_failed, formatCount, {
      width: 84,
      from: 'lg',
      help: 'Task attempts that failed.',
    }),
    number('start', 'Start', ({ start_ms }) => start_ms, formatMs, {
      zero: true,
      from: 'lg',
      help: 'Since the start of the application.',
    }),
    number('duration', 'Duration', ({ stage_ms }) => stage_ms, formatMs, {
      zero: true,
      width: narrow ? 88 : 98,
    }),
    number('task-time', 'Task time', ({ task_ms }) => task_ms, formatMs, {
      width: 112,
      from: 'md',
      help: 'Durations of all its task attempts added up.',
    }),
    number('median', 'Median', ({ median_ms }) => median_ms, formatMs, {
      from: 'lg',
      zero: true,
      help: 'Median duration of its successful tasks.',
    }),
    number('max', 'Max', ({ max_ms }) => max_ms, formatMs, {
      from: 'lg',
      zero: true,
      help: 'Longest of its successful tasks.',
    }),
    number('ratio', 'Max/med', ({ max_to_median }) => max_to_median, formatRatio, {
      width: 100,
      from: 'md',
      help: 'Longest task divided by the median. Large is uneven work.',
    }),
    number('input', 'Input', ({ input_bytes }) => input_bytes, formatBytes, { from: 'lg' }),
    number('read', 'Shuf. read', ({ shuffle_read_bytes }) => shuffle_read_bytes, formatBytes, {
      width: 112,
      from: 'lg',
      help: 'Shuffle bytes read.',
    }),
    number('write', 'Shuf. write', ({ shuffle_write_bytes }) => shuffle_write_bytes, formatBytes, {
      width: 112,
      from: 'lg',
      help: 'Shuffle bytes written.',
    }),
    number('spill', 'Spill', ({ disk_bytes_spilled }) => disk_bytes_spilled, formatBytes, {
      from: 'lg',
      help: 'Bytes spilled to disk.',
    }),
    number('gc', 'GC', ({ gc_share }) => gc_share, formatShare, {
      width: 72,
      from: 'lg',
      help: 'Garbage collection, as a share of the executor run time.',
    }),
  ];
}

function insightColumn(insights: ReadonlyMap<string, readonly Insight[]>, narrow: boolean): Column {
  return {
    id: 'insight',
    header: 'Insight',
    width: narrow ? 88 : 108,
    cell: ({ stage }) => {
      const [worst, ...more] = insights.get(stage) ?? [];
      return worst ? (
        <span className="inline-flex items-baseline gap-1">
          <Severity level={worst.severity} />
          {more.length > 0 && !narrow ? <span className="text-faint text-xs">+{more.length}</span> : null}
        </span>
      ) : null;
    },
    sortValue: ({ stage }) => insights.get(stage)?.[0]?.impact.upper_ms,
    help: 'The gravest insight that names the stage, and how many more.',
  };
}
