'use client';
import { useState } from 'react';
import { BarCanvas } from '#components/charts/bar-canvas.tsx';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatCount } from '#lib/base/format.ts';
import type { RunPicture, StagePicture } from '../session/run-picture.ts';
import { PickedTask } from '../timeline/picked-task.tsx';
import { memorySentence } from './memory-sentence.ts';

const MOST_ROWS = 300;

/** What each task of a stage needs, what it may have, and what goes to disk. */
export function MemoryPanel({ picture }: { readonly picture: RunPicture }) {
  const { stages, taskMemoryBytes } = picture;
  const [chosen, setChosen] = useState<string>();
  const stage = stages.find(({ name }) => name === chosen) ?? neediest(stages);
  const [picked, setPicked] = useState<number>();
  const { neededBytes } = stage.tasks;
  return (
    <Panel title="Memory of the tasks" aside={<ProvenanceTag origin="simulated" />}>
      <ChartFigure
        name="memory"
        summary={memorySentence(stage, taskMemoryBytes)}
        controls={
          <SelectField
            label="Stage"
            options={stages.map(({ name }) => ({ value: name, label: name }))}
            value={stage.name}
            onChange={setChosen}
          />
        }
        table={() => <MemoryTable stage={stage} />}
      >
        <BarCanvas
          label={`Memory that tasks of "${stage.name}" need`}
          values={neededBytes}
          unit="bytes"
          color="narrow"
          hatchedFrom={taskMemoryBytes}
          lines={[
            { at: taskMemoryBytes, text: `a task may have ${formatBytes(taskMemoryBytes)}`, dash: '6 4' },
          ]}
          readOut={(task) => readOut(stage, task)}
          otherwise="Arrow keys or the pointer read out one task; Enter or a click shows how its spill is computed."
          onPick={setPicked}
          height={170}
        />
      </ChartFigure>
      {picked !== undefined && picked < stage.tasks.count ? (
        <PickedTask
          picture={picture}
          stage={stage.id}
          task={picked}
          text={readOut(stage, picked)}
          onClose={() => setPicked(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function neediest(stages: readonly StagePicture[]): StagePicture {
  const needOf = ({ tasks }: StagePicture) => tasks.neededBytes.reduce((a, b) => Math.max(a, b), 0);
  return stages.reduce((most, stage) => (needOf(stage) >= needOf(most) ? stage : most));
}

function readOut({ tasks }: StagePicture, task: number): string {
  const spill = tasks.spillBytes[task] ?? 0;
  const spilled = spill > 0 ? `, spills ${formatBytes(spill)} (compressed) to disk` : '';
  return `Task ${task}: needs ${formatBytes(tasks.neededBytes[task] ?? 0)} for ${formatCount(tasks.rows[task] ?? 0)} rows${spilled}`;
}

function MemoryTable({ stage }: { readonly stage: StagePicture }) {
  const { neededBytes, spillBytes, rows } = stage.tasks;
  const largest = Uint32Array.from(neededBytes, (_, task) => task)
    .sort((a, b) => neededBytes[b]! - neededBytes[a]!)
    .subarray(0, MOST_ROWS);
  return (
    <SimpleTable
      className="max-h-72"
      caption={`Tasks of "${stage.name}", those that need most first`}
      columns={[
        { header: 'Task' },
        { header: 'Rows', align: 'end' },
        { header: 'Needs', align: 'end' },
        { header: 'Spills', align: 'end' },
      ]}
      rows={Array.from(largest, (task) => [
        task,
        formatCount(rows[task]!),
        formatBytes(neededBytes[task]!),
        formatBytes(spillBytes[task]!),
      ])}
    />
  );
}
