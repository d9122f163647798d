import { Panel } from '#components/ui/panel.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatCount, formatMs } from '#lib/base/format.ts';
import type { IngestProgress } from '#lib/eventlog/ingest.ts';

const COLUMNS = [
  { header: 'Stage' },
  { header: 'Name' },
  { header: 'Tasks', align: 'end' },
  { header: 'Run time', align: 'end' },
  { header: 'Spill', align: 'end' },
] as const;

/** What the part that was read already tells. The figures grow until the end of the log. */
export function SoFar({ progress }: { readonly progress: IngestProgress }) {
  const { jobs, stages, tasks, failedTasks, leaders } = progress;
  const facts = [
    ['jobs', jobs],
    ['stages', stages],
    ['tasks', tasks],
    ['failed attempts', failedTasks],
  ] as const;
  return (
    <Panel title="So far" aside={<ProvenanceTag origin="measured" />}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dd className="font-semibold text-lg">{formatCount(count)}</dd>
            <dt className="text-faint text-xs">{name}</dt>
          </div>
        ))}
      </dl>
      {leaders.length > 0 ? (
        <div className="pt-4">
          <h3 className="pb-1 font-medium text-sm">Stages with most run time so far</h3>
          <SimpleTable
            caption="Stages with most run time so far"
            columns={COLUMNS}
            rows={leaders.map(({ stage, name, tasks: ended, runMs, diskBytesSpilled }) => [
              stage,
              <span key="name" className="wrap-anywhere">
                {name}
              </span>,
              formatCount(ended),
              formatMs(runMs),
              diskBytesSpilled > 0 ? formatBytes(diskBytesSpilled) : '',
            ])}
          />
        </div>
      ) : null}
    </Panel>
  );
}
