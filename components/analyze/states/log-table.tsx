'use client';
import { Button } from '#components/ui/button.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, formatMoment } from '#lib/base/format.ts';
import type { FoundLog } from '../session/protocol.ts';

export interface LogTableProps {
  readonly logs: readonly FoundLog[];
  /** The one that is open already. */
  readonly openId?: string;
  readonly onOpen: (log: FoundLog) => void;
}

const COLUMNS = [
  { header: 'Application' },
  { header: 'Start' },
  { header: 'Spark' },
  { header: 'Size', align: 'end' },
  { header: '' },
] as const;

/** The application attempts that were found in the files. */
export function LogTable({ logs, openId, onOpen }: LogTableProps) {
  return (
    <SimpleTable
      caption="Applications in the files"
      columns={COLUMNS}
      rows={logs.map((log) => [
        <LogName key="name" log={log} logs={logs} />,
        log.application?.startTime === undefined ? '' : formatMoment(log.application.startTime),
        log.application?.sparkVersion ?? '',
        formatBytes(log.bytes),
        log.id === openId ? (
          <span key="open" className="text-faint">
            open
          </span>
        ) : (
          <Button key="open" onClick={() => onOpen(log)} aria-label={`Open ${log.title}`}>
            Open
          </Button>
        ),
      ])}
    />
  );
}

function LogName({ log, logs }: { readonly log: FoundLog; readonly logs: readonly FoundLog[] }) {
  const { application, duplicateOf } = log;
  const twin = duplicateOf === undefined ? undefined : logs.find(({ id }) => id === duplicateOf);
  const facts = [
    application?.id,
    application?.attempt === undefined ? undefined : `attempt ${application.attempt}`,
    log.files > 1 ? `${log.files} parts` : undefined,
    log.inProgress ? 'in progress' : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <span className="grid min-w-0 py-1.5">
      <span className="wrap-anywhere font-medium">{log.title}</span>
      <span className="wrap-anywhere text-faint text-xs">{facts.join(' · ')}</span>
      {duplicateOf === undefined ? null : (
        <span className="wrap-anywhere text-soft text-xs">The same attempt as {twin?.id ?? duplicateOf}</span>
      )}
    </span>
  );
}
