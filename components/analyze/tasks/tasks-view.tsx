'use client';
import { useMemo, useState } from 'react';
import { createStore } from '#components/shell/store.ts';
import { useStore } from '#components/shell/use-store.ts';
import { DataGrid } from '#components/ui/data-grid.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { nextSort } from '#components/ui/sort-rows.ts';
import { Status } from '#components/ui/status.tsx';
import { useNarrow } from '#components/ui/use-narrow.ts';
import { formatCount, plural } from '#lib/base/format.ts';
import { parseStage } from '#lib/tables/queries/stage-key.ts';
import { type TaskChoiceRow, taskChoices } from '#lib/tables/queries/task-choices.ts';
import { type TaskFilter, type TaskOrder, taskWindowSql } from '#lib/tables/queries/task-window.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { goTo } from '../place/go-to.ts';
import { usePlace } from '../place/use-place.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { DEFAULT_COLUMNS, keyColumnsFirst, taskColumns } from './task-columns.tsx';
import { useTaskPages } from './use-task-pages.ts';

/** Kept while the tab is open: choosing columns is work. */
const chosenColumns = createStore(DEFAULT_COLUMNS);

const EVERY = '';

/** All task attempts of the run. Sorting and filtering is the database's work, so a million of them is no matter. */
export function TasksView() {
  const place = usePlace();
  const [order, setOrder] = useState<TaskOrder>({ column: 'duration', direction: 'descending' });
  const [executor, setExecutor] = useState(EVERY);
  const [status, setStatus] = useState(EVERY);
  const narrow = useNarrow();
  const names = useStore(chosenColumns);
  const choices = useAnswer('task-choices', taskChoices);
  const filter: TaskFilter = {
    stage: place.stage === undefined ? undefined : parseStage(place.stage),
    executorId: executor === EVERY ? undefined : executor,
    status: status === EVERY ? undefined : status,
  };
  const asked = useMemo(() => [...names, 'stage_id', 'stage_attempt_id'], [names]);
  const { count, rowAt, onView } = useTaskPages(filter, order, asked);
  const columns = useMemo(() => taskColumns(narrow ? keyColumnsFirst(names) : names), [names, narrow]);
  const options = choices.state === 'ready' ? choices.value : [];
  const total = count.state === 'ready' ? count.value : 0;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SelectField
          label="Stage"
          options={optionsOf(options, 'stage')}
          value={place.stage ?? EVERY}
          onChange={(stage) => goTo({ view: 'tasks', ...(stage === EVERY ? {} : { stage }) })}
        />
        <SelectField
          label="Executor"
          options={optionsOf(options, 'executor')}
          value={executor}
          onChange={setExecutor}
        />
        <SelectField
          label="Status"
          options={optionsOf(options, 'status')}
          value={status}
          onChange={setStatus}
        />
        <Status>{count.state === 'ready' ? plural(total, 'task attempt') : ''}</Status>
        <span className="ml-auto flex items-center gap-2">
          <ColumnChooser chosen={names} onChoose={chosenColumns.set} />
          <SqlBehind
            sql={taskWindowSql({ filter, order, columns: asked, offset: 0, limit: 1000 })}
            what="the tasks"
          />
        </span>
      </div>
      {count.state === 'ready' && total === 0 ? (
        <p className="rounded border border-line bg-panel p-4 text-soft">
          {options.length === 0
            ? 'The log has no tasks: none started before it ended.'
            : 'No task attempt passes these filters. Choose "all" in one of them.'}
        </p>
      ) : (
        <DataGrid
          key={JSON.stringify([filter, order])}
          label="Task attempts"
          columns={columns}
          count={total}
          rowAt={rowAt}
          rowKey={({ task_id }) => String(task_id)}
          sort={order}
          onSort={({ id, align }) => setOrder(nextSort(order, id, align === 'end'))}
          onView={onView}
          className="h-[max(20rem,calc(100vh-17rem))]"
        />
      )}
    </div>
  );
}

function optionsOf(choices: readonly TaskChoiceRow[], kind: TaskChoiceRow['kind']) {
  return [
    { value: EVERY, label: 'all' },
    ...choices
      .filter((choice) => choice.kind === kind)
      .map(({ value, tasks }) => ({
        value,
        label: `${kind === 'status' ? value.toLowerCase() : value} (${formatCount(tasks)})`,
      })),
  ];
}
