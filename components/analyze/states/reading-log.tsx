'use client';
import { Button } from '#components/ui/button.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { formatBytes, formatCount } from '#lib/base/format.ts';
import type { IngestProgress } from '#lib/eventlog/ingest.ts';
import type { FoundLog } from '../session/protocol.ts';
import { SoFar } from './so-far.tsx';
import { StatePage } from './state-page.tsx';
import { useDelayed } from './use-delayed.ts';

export interface ReadingLogProps {
  readonly log: FoundLog;
  readonly progress: IngestProgress | undefined;
  readonly onStop: () => void;
}

/** How far reading is. A small log is read before there would be anything to see. */
export function ReadingLog({ log, progress, onStop }: ReadingLogProps) {
  const patient = useDelayed(300);
  const title = progress?.application ?? log.title;
  if (!patient) return <h1 className="sr-only">{title}</h1>;
  const atEnd = progress !== undefined && progress.bytesRead >= progress.bytesTotal;
  return (
    <StatePage title={title}>
      <Progress
        label={progress === undefined ? 'Starting' : atEnd ? 'Working out tables' : 'Reading events'}
        value={progress?.bytesRead ?? 0}
        max={progress?.bytesTotal ?? log.bytes}
        detail={detail(log, progress)}
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-soft text-sm">You can leave this page or tab; reading goes on.</p>
        <Button onClick={onStop}>Stop</Button>
      </div>
      {progress ? <SoFar progress={progress} /> : null}
    </StatePage>
  );
}

function detail(log: FoundLog, progress: IngestProgress | undefined): string {
  if (!progress) return formatBytes(log.bytes);
  const { bytesRead, bytesTotal, events } = progress;
  return `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)} · ${formatCount(events)} events`;
}
