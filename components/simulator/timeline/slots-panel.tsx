'use client';
import { useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatMs, formatShare, plural } from '#lib/base/format.ts';
import type { RunPicture } from '../session/run-picture.ts';
import { barText, HELD_BY } from './bar-text.ts';
import { PickedTask } from './picked-task.tsx';
import { SlotChart } from './slot-chart.tsx';
import { StageLegend } from './stage-legend.tsx';

/** Who works when: a row for each slot, the chain of tasks that decides outlined. */
export function SlotsPanel({ picture }: { readonly picture: RunPicture }) {
  const [picked, setPicked] = useState<number>();
  return (
    <Panel title="Slots over time" aside={<ProvenanceTag origin="simulated" />}>
      <ChartFigure name="slots" summary={sentence(picture)} table={() => <PathTable picture={picture} />}>
        <SlotChart picture={picture} onPick={setPicked} />
      </ChartFigure>
      <StageLegend stages={picture.stages} />
      {picked !== undefined && picked < picture.schedule.bars.count ? (
        <PickedTask
          picture={picture}
          stage={picture.schedule.bars.stage[picked]!}
          task={picture.schedule.bars.task[picked]!}
          text={barText(picture, picked)}
          onClose={() => setPicked(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function sentence({ schedule, totals, criticalPath }: RunPicture): string {
  const { makespanMs, slots } = schedule;
  const busy = makespanMs > 0 && slots > 0 ? totals.work.value / (makespanMs * slots) : 0;
  const parts = [
    `${plural(schedule.bars.count, 'task')} on ${plural(slots, 'slot')} take a simulated ${formatMs(makespanMs)}`,
    `the slots work ${formatShare(Math.min(1, busy))} of that time`,
    `${plural(criticalPath.length, 'task')} decide how long it takes (outlined)`,
  ];
  return `${parts.join('; ')}.`;
}

const MOST_ROWS = 300;

function PathTable({ picture }: { readonly picture: RunPicture }) {
  const { schedule, stages, criticalPath } = picture;
  const { bars } = schedule;
  return (
    <div className="grid gap-4">
      <SimpleTable
        caption="Stages"
        columns={[
          { header: 'Stage' },
          { header: 'Tasks', align: 'end' },
          { header: 'Starts', align: 'end' },
          { header: 'Ends', align: 'end' },
          { header: 'Longest task', align: 'end' },
        ]}
        rows={schedule.stages.map(({ id, name, startMs, endMs }) => [
          name,
          stages[id]!.tasks.count,
          formatMs(startMs),
          formatMs(endMs),
          formatMs(stages[id]!.tasks.durationMs.reduce((a, b) => Math.max(a, b), 0)),
        ])}
      />
      <SimpleTable
        className="max-h-72"
        caption="Critical path"
        columns={[
          { header: 'Task on the critical path' },
          { header: 'Slot', align: 'end' },
          { header: 'Starts', align: 'end' },
          { header: 'Takes', align: 'end' },
          { header: 'Why not earlier' },
        ]}
        rows={criticalPath
          .slice(0, MOST_ROWS)
          .map(({ bar, heldBy }) => [
            `${stages[bars.stage[bar]!]!.name}, task ${bars.task[bar]}`,
            bars.slot[bar],
            formatMs(bars.startMs[bar]!),
            formatMs(bars.endMs[bar]! - bars.startMs[bar]!),
            HELD_BY[heldBy],
          ])}
      />
    </div>
  );
}
