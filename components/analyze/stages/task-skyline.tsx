'use client';
import { useMemo } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Skyline } from '#components/charts/skyline.tsx';
import type { SkylineBar } from '#components/charts/skyline-layout.ts';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { plural } from '#lib/base/format.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from '#lib/tables/queries/spread-measure.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { type SkylineRow, stageSkyline, stageSkylineSql } from '#lib/tables/queries/stage-skyline.ts';
import { type SpreadRow, stageSpread } from '#lib/tables/queries/stage-spread.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { axisUnit, measureText, spreadSentence } from './measure-text.ts';

export interface TaskSkylineProps {
  readonly stage: StageKey;
  readonly measure: SpreadMeasure;
  readonly height?: number;
}

/** The successful tasks of a stage, largest first. */
export function TaskSkyline({ stage, measure, height }: TaskSkylineProps) {
  const key = `${stage.stageId}.${stage.attemptId} ${measure}`;
  const params = { ...stage, measure };
  const answer = useAnswer(`skyline ${key}`, async (query) => ({
    measure,
    rows: await stageSkyline(query, params),
    spread: await stageSpread(query, params),
  }));
  return (
    <Answered answer={answer} what="the tasks">
      {({ rows, spread, measure: shown }) =>
        spread && rows.length > 0 ? (
          <Drawn rows={rows} spread={spread} measure={shown} stage={stage} height={height} />
        ) : (
          <p className="text-soft text-sm">
            No task of this stage succeeded, so there is nothing to compare.
          </p>
        )
      }
    </Answered>
  );
}

interface DrawnProps extends Omit<TaskSkylineProps, 'height'> {
  readonly height: number | undefined;
  readonly rows: readonly SkylineRow[];
  readonly spread: SpreadRow;
}

function Drawn({ rows, spread, measure, stage, height }: DrawnProps) {
  const { label, meaning } = SPREAD_MEASURES[measure];
  const bars = useMemo(() => rows.map(toBar), [rows]);
  const name = `tasks by ${label.toLowerCase()}`;
  const text = (value: number) => measureText(value, measure);
  return (
    <ChartFigure
      name={name}
      summary={spreadSentence(spread, measure)}
      controls={<SqlBehind sql={stageSkylineSql({ ...stage, measure })} what={name} />}
      table={() => (
        <SimpleTable
          className="max-h-72"
          caption={`Tasks of the stage by ${meaning}, largest first`}
          columns={[
            { header: 'Task or band' },
            { header: 'Tasks', align: 'end' },
            { header: 'Lowest', align: 'end' },
            { header: 'Median', align: 'end' },
            { header: 'Highest', align: 'end' },
          ]}
          rows={rows.map((row) => [rowName(row), row.tasks, text(row.low), text(row.median), text(row.high)])}
        />
      )}
    >
      <Skyline
        label={`Tasks of stage ${stage.stageId}.${stage.attemptId} by ${meaning}`}
        bars={bars}
        unit={axisUnit(measure)}
        line={
          spread.median === null ? undefined : { at: spread.median, text: `median ${text(spread.median)}` }
        }
        readOut={(bar) => {
          const row = rows[bars.findIndex(({ key }) => key === bar.key)];
          return row ? readOut(row, text) : '';
        }}
        {...(height === undefined ? {} : { height })}
      />
    </ChartFigure>
  );
}

function toBar(row: SkylineRow): SkylineBar {
  const { part, task_id, tasks, low, median, high } = row;
  // A band of one task is drawn like a task.
  return { key: task_id === null ? part : String(task_id), bars: tasks, low, middle: median, high };
}

function rowName({ part, task_id, task_index, executor_id }: SkylineRow): string {
  return task_id === null ? part : `task ${task_id} (index ${task_index}) on executor ${executor_id}`;
}

function readOut(row: SkylineRow, text: (value: number) => string): string {
  if (row.task_id !== null) return `${rowName(row)}: ${text(row.high)}`;
  return `${row.part}: ${plural(row.tasks, 'task')}, ${text(row.low)} to ${text(row.high)}, median ${text(row.median)}`;
}
