'use client';
import { Files } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatCount, formatMs, plural } from '#lib/base/format.ts';
import { runCluster } from '#lib/tables/queries/run-cluster.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { FoundLog } from '../session/protocol.ts';
import { ShareButton } from '../share/share-button.tsx';
import { LogList } from '../states/log-list.tsx';
import { clusterText } from './cluster-text.ts';
import type { OpenRunState } from './open-state.ts';

export interface RunHeaderProps {
  readonly run: OpenRunState;
  readonly name: string;
  readonly onOpen: (log: FoundLog) => void;
}

/** Which run this is, in one line. */
export function RunHeader({ run, name, onOpen }: RunHeaderProps) {
  const { overview, found, log } = run;
  const { application, stats } = overview;
  const cluster = useAnswer('run-cluster', runCluster);
  const [choosing, setChoosing] = useState(false);
  const facts = [
    application.spark_version ? `Spark ${application.spark_version}` : 'Spark version unknown',
    stats.duration_ms === null ? undefined : formatMs(stats.duration_ms),
    stats.tasks === 0 ? 'no tasks' : plural(stats.tasks, 'task'),
    cluster.state === 'ready' ? clusterText(cluster.value) : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="wrap-anywhere font-semibold text-xl">{name}</h1>
        <p className="text-soft text-sm">
          {facts.map((fact, index) => (
            <span key={fact} className="inline-block">
              {index > 0 ? <span className="px-1.5 text-faint">·</span> : null}
              {fact}
            </span>
          ))}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {found.logs.length > 1 ? (
          <Button onClick={() => setChoosing(true)} aria-haspopup="dialog">
            <Files aria-hidden size={16} strokeWidth={1.75} />
            {formatCount(found.logs.length)} applications in these files
          </Button>
        ) : null}
        <ShareButton run={run} />
      </div>
      <Dialog
        open={choosing}
        onOpenChange={setChoosing}
        title="Applications in these files"
        className="w-[min(44rem,calc(100vw-1rem))]"
      >
        <div className="min-h-0 overflow-y-auto p-4">
          <LogList
            logs={found.logs}
            openId={log.id}
            onOpen={(other) => {
              setChoosing(false);
              onOpen(other);
            }}
          />
        </div>
      </Dialog>
    </header>
  );
}
