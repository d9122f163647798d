'use client';
import { BarCanvas } from '#components/charts/bar-canvas.tsx';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatCount } from '#lib/base/format.ts';
import type { RunPicture } from '../session/run-picture.ts';
import { filesSentence } from './files-sentence.ts';

const MOST_ROWS = 300;

/** Which task leaves how many files, in how many directories. */
export function FilesPanel({ picture }: { readonly picture: RunPicture }) {
  const { written } = picture;
  return (
    <Panel title="Files written" aside={<ProvenanceTag origin="simulated" />}>
      {written ? (
        <ChartFigure
          name="files"
          summary={filesSentence(written)}
          table={() => (
            <SimpleTable
              className="max-h-72"
              caption="Files of each task"
              columns={[{ header: 'Task' }, { header: 'Files', align: 'end' }]}
              rows={Array.from(written.filesPerTask)
                .slice(0, MOST_ROWS)
                .map((files, task) => [task, filesText(files)])}
            />
          )}
        >
          <BarCanvas
            label="Files of each task of the last stage"
            values={written.filesPerTask}
            unit="count"
            color="sink"
            readOut={(task) => `Task ${task}: ${filesText(written.filesPerTask[task] ?? 0)} files`}
            height={170}
          />
        </ChartFigure>
      ) : (
        <p className="text-soft text-sm">Nothing is written: the result is only counted.</p>
      )}
    </Panel>
  );
}

/** With partitionBy it is an expected number. */
function filesText(files: number): string {
  return Number.isInteger(files) ? formatCount(files) : `about ${formatCount(Math.round(files * 10) / 10)}`;
}
