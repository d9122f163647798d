'use client';
import { Button } from '#components/ui/button.tsx';
import { formatBytes, formatMoment } from '#lib/base/format.ts';
import type { FoundLog } from '../session/protocol.ts';

export interface LogListProps {
  readonly logs: readonly FoundLog[];
  /** The one that is open already. */
  readonly openId?: string;
  readonly onOpen: (log: FoundLog) => void;
}

/** The application attempts that were found in the files. */
export function LogList({ logs, openId, onOpen }: LogListProps) {
  return (
    <ul aria-label="Applications in the files" className="-my-2 divide-y divide-line">
      {logs.map((log) => (
        <li key={log.id} className="flex items-center justify-between gap-4 py-2">
          <LogFacts log={log} logs={logs} />
          {log.id === openId ? (
            <span className="px-3 text-faint text-sm">open</span>
          ) : (
            <Button
              onClick={() => onOpen(log)}
              aria-label={`Open ${log.title} ${log.application?.id ?? ''}`.trim()}
            >
              Open
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function LogFacts({ log, logs }: { readonly log: FoundLog; readonly logs: readonly FoundLog[] }) {
  const { application, duplicateOf } = log;
  const twin = duplicateOf === undefined ? undefined : logs.find(({ id }) => id === duplicateOf);
  const facts = [
    application?.startTime === undefined ? undefined : formatMoment(application.startTime),
    application?.sparkVersion === undefined ? undefined : `Spark ${application.sparkVersion}`,
    formatBytes(log.bytes),
    log.files > 1 ? `${log.files} parts` : undefined,
    log.inProgress ? 'in progress' : undefined,
  ];
  const names = [
    application?.id,
    application?.attempt === undefined ? undefined : `attempt ${application.attempt}`,
  ];
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="wrap-anywhere font-medium text-sm">
        {log.title} <span className="font-normal text-faint">{dotted(names)}</span>
      </p>
      <p className="text-soft text-xs">{dotted(facts)}</p>
      {duplicateOf === undefined ? null : (
        <p className="wrap-anywhere text-soft text-xs">The same attempt as {twin?.id ?? duplicateOf}</p>
      )}
    </div>
  );
}

function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
