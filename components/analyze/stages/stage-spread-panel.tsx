'use client';
import { useState } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { SPREAD_MEASURES, type SpreadMeasure } from '#lib/tables/queries/spread-measure.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import { TaskHistogram } from './task-histogram.tsx';
import { TaskSkyline } from './task-skyline.tsx';

const MEASURES = (Object.keys(SPREAD_MEASURES) as SpreadMeasure[]).map((value) => ({
  value,
  label: SPREAD_MEASURES[value].label,
}));

/** How even the work of a stage is, by time and by data. */
export function StageSpreadPanel({ stage }: { readonly stage: StageKey }) {
  const [measure, setMeasure] = useState<SpreadMeasure>('time');
  return (
    <Panel
      title="How even its tasks are"
      aside={<Segments label="Compare tasks by" options={MEASURES} value={measure} onChange={setMeasure} />}
    >
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
        <TaskSkyline stage={stage} measure={measure} />
        <TaskHistogram stage={stage} measure={measure} />
      </div>
    </Panel>
  );
}
