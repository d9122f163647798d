'use client';
import { useEffect } from 'react';
import { analysis, openFilesOnce } from '#components/analyze/session/analysis-session.ts';
import type { AnalysisState } from '#components/analyze/session/analysis-state.ts';
import { AnalysisPage } from '#components/analyze/states/analysis-page.tsx';
import { runName } from '#components/analyze/states/run-name.ts';
import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { SampleList } from '#components/shell/files/sample-list.tsx';
import { useOpenFiles } from '#components/shell/files/use-open-files.ts';
import { RecentList } from '#components/shell/recent/recent-list.tsx';
import { useStore } from '#components/shell/use-store.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Status } from '#components/ui/status.tsx';
import { OwnRun } from './own-run.tsx';

const IDLE: AnalysisState = { phase: 'idle' };

/** Predict what is in a run of one’s own, then look. A log that is opened here is not shown before it was asked about. */
export function OwnRunScreen() {
  const opened = useOpenFiles();
  const state = useStore(analysis, () => IDLE);
  useEffect(() => {
    if (opened) void openFilesOnce(opened.id, opened.files);
  }, [opened]);
  if (!opened) return <NothingToAskAbout />;
  const name = runName(state) ?? opened.label;
  if (state.phase !== 'open') return <AnalysisPage opened={opened} state={state} name={name} />;
  const { findings, checksDone, checksTotal, log } = state;
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4 py-8 sm:px-6">
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">Predict, then look</h1>
        <p className="wrap-anywhere text-soft">{name}</p>
      </div>
      {checksDone < checksTotal ? (
        <Status>
          {checksDone} of {checksTotal} checks done
        </Status>
      ) : (
        <OwnRun run={`${opened.id} ${log.id}`} insights={findings.insights} clear={findings.clear} />
      )}
    </div>
  );
}

function NothingToAskAbout() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8 sm:px-6">
      <h1 className="sr-only">Predict, then look</h1>
      <EmptyState
        title="Predict, then look: no event log is open"
        reason="Open a log of yours, and say what you expect before you see what was found. What is opened here stays in this tab, and is not shown before you were asked. Drop it anywhere in the window, or:"
      >
        <BrowseButtons />
      </EmptyState>
      <RecentList />
      <Panel title="No log at hand? Take a real one">
        <SampleList />
      </Panel>
    </div>
  );
}
