'use client';
import { lazy, Suspense } from 'react';
import { type OpenFiles, openFiles } from '#components/shell/files/open-files.ts';
import { openFilesAgain, openLog, readLarge, stop } from '../session/analysis-session.ts';
import type { AnalysisState } from '../session/analysis-state.ts';
import type { Found, FoundLog } from '../session/protocol.ts';
import { ChooseLog } from './choose-log.tsx';
import { Failed } from './failed.tsx';
import { Finding } from './finding.tsx';
import { LargeLog } from './large-log.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ReadingLog } from './reading-log.tsx';
import { Stopped } from './stopped.tsx';

export interface AnalysisPageProps {
  readonly opened: OpenFiles;
  readonly state: AnalysisState;
  /** The application's name, or what the files are called. */
  readonly name: string;
}

const OpenRun = lazy(async () => ({ default: (await import('../run/open-run.tsx')).OpenRun }));

/** One component for each phase of an analysis. */
export function AnalysisPage({ opened, state, name }: AnalysisPageProps) {
  const { id, files } = opened;
  const reopen = () => void openFilesAgain(id, files);
  const open = (found: Found) => (log: FoundLog) => void openLog(found, log, files);
  switch (state.phase) {
    case 'idle':
    case 'finding':
      return <Finding label={name} />;
    case 'nothing':
      return state.found.nothing ? <NothingFound label={name} nothing={state.found.nothing} /> : null;
    case 'choosing':
      return <ChooseLog label={name} found={state.found} onOpen={open(state.found)} />;
    case 'large':
      return (
        <LargeLog
          log={state.log}
          size={state.size}
          onRead={() => void readLarge()}
          onCancel={() => openFiles.set(undefined)}
        />
      );
    case 'reading':
      return <ReadingLog key={state.log.id} log={state.log} progress={state.progress} onStop={stop} />;
    case 'open':
      return (
        <Suspense fallback={<h1 className="sr-only">{name}</h1>}>
          <OpenRun run={state} name={name} onOpen={open(state.found)} />
        </Suspense>
      );
    case 'stopped':
      return <Stopped label={name} onReopen={reopen} />;
    case 'failed':
      return <Failed label={name} message={state.message} error={state.error} onReopen={reopen} />;
  }
}
