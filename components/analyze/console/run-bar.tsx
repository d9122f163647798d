'use client';
import { Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { KeyCaps } from '#components/shell/actions/key-caps.tsx';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatMs, plural } from '#lib/base/format.ts';
import { type ConsoleRun, MAX_ROWS } from './console-run.ts';

export interface RunBarProps {
  readonly run: ConsoleRun;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

export function RunBar({ run, onRun, onCancel }: RunBarProps) {
  const running = run.state === 'running';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3 py-2">
      {running ? (
        <Button onClick={onCancel} unavailable={run.cancelling ? 'it is being cancelled' : undefined}>
          <Square aria-hidden size={14} />
          Cancel
        </Button>
      ) : (
        <Button kind="primary" onClick={onRun}>
          <Play aria-hidden size={14} />
          Run
        </Button>
      )}
      <span className="max-sm:hidden">
        <KeyCaps keys="mod+Enter" />
      </span>
      {running ? <Elapsed since={run.since} cancelling={run.cancelling} /> : null}
      <Status hidden={running}>{running ? 'Running' : outcomeText(run)}</Status>
    </div>
  );
}

function Elapsed({ since, cancelling }: { readonly since: number; readonly cancelling: boolean }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  const elapsed = Math.max(0, now - since);
  return (
    <span className="text-soft text-sm">
      {cancelling ? 'Cancelling' : 'Running'} · {(elapsed / 1000).toFixed(1)} s
    </span>
  );
}

function outcomeText(run: Exclude<ConsoleRun, { readonly state: 'running' }>): string {
  switch (run.state) {
    case 'idle':
      return '';
    case 'done': {
      const { rows, isCut } = run.result;
      const count = isCut
        ? `first ${plural(MAX_ROWS, 'row')} of more; an export has all`
        : plural(rows.length, 'row');
      return `${count} · ${formatMs(run.ms)}`;
    }
    case 'failed':
      return run.error.kind;
    case 'cancelled':
      return `Cancelled after ${formatMs(run.ms)}`;
  }
}
