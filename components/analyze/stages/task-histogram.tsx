'use client';
import { useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Histogram } from '#components/charts/histogram.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatCount, plural } from '#lib/base/format.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from '#lib/tables/queries/spread-measure.ts';
import { type HistogramRow, stageHistogram, stageHistogramSql } from '#lib/tables/queries/stage-histogram.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { axisUnit, measureText } from './measure-text.ts';

export interface TaskHistogramProps {
  readonly stage: StageKey;
  readonly measure: SpreadMeasure;
}

const SCALES = [
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'log' },
] as const;

/** How many tasks of a stage have which value. */
export function TaskHistogram({ stage, measure }: TaskHistogramProps) {
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const params = { ...stage, measure, logarithmic: scale === 'log' };
  const { label, meaning } = SPREAD_MEASURES[measure];
  const answer = useAnswer(
    `histogram ${stage.stageId}.${stage.attemptId} ${measure} ${scale}`,
    async (query) => ({ measure, bins: await stageHistogram(query, params) }),
  );
  const name = `histogram of tasks by ${label.toLowerCase()}`;
  return (
    <Answered answer={answer} what="the histogram">
      {({ bins, measure: shown }) => (
        <ChartFigure
          name={name}
          summary={summary(bins, shown)}
          controls={
            <>
              <Segments label="Scale of the values" options={SCALES} value={scale} onChange={setScale} />
              <SqlBehind sql={stageHistogramSql(params)} what={name} />
            </>
          }
          table={() => (
            <SimpleTable
              className="max-h-72"
              caption={`Number of tasks by ${meaning}`}
              columns={[
                { header: 'From', align: 'end' },
                { header: 'To', align: 'end' },
                { header: 'Tasks', align: 'end' },
              ]}
              rows={bins.map(({ low, high, tasks }) => [
                measureText(low, shown),
                measureText(high, shown),
                formatCount(tasks),
              ])}
            />
          )}
        >
          <Histogram
            label={`Number of tasks by ${meaning}`}
            bins={bins.map(({ low, high, tasks }) => ({ low, high, count: tasks }))}
            unit={axisUnit(shown)}
            readOut={({ low, high, count }) =>
              `${measureText(low, shown)} to ${measureText(high, shown)}: ${plural(count, 'task')}`
            }
          />
        </ChartFigure>
      )}
    </Answered>
  );
}

function summary(bins: readonly HistogramRow[], measure: SpreadMeasure): string {
  const [fullest] = [...bins].sort((a, b) => b.tasks - a.tasks);
  if (!fullest) return 'No task succeeded.';
  if (bins.length === 1) return `All ${plural(fullest.tasks, 'task')} have the same value.`;
  const all = bins.reduce((sum, { tasks }) => sum + tasks, 0);
  const range = `${measureText(fullest.low, measure)} to ${measureText(fullest.high, measure)}`;
  return `Most frequent: ${range} (${formatCount(fullest.tasks)} of ${plural(all, 'task')}).`;
}
