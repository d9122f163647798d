'use client';
import { useEffect } from 'react';
import { BrowseButtons } from '#components/shell/files/browse-buttons.tsx';
import { SampleList } from '#components/shell/files/sample-list.tsx';
import { useOpenFiles } from '#components/shell/files/use-open-files.ts';
import { RecentList } from '#components/shell/recent/recent-list.tsx';
import { useDocumentTitle } from '#components/shell/use-document-title.ts';
import { useStore } from '#components/shell/use-store.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { analysis, openFilesOnce } from './session/analysis-session.ts';

export function AnalyzeScreen() {
  const opened = useOpenFiles();
  const state = useStore(analysis);
  useDocumentTitle(opened?.label, 'Analyze');
  useEffect(() => {
    if (opened) void openFilesOnce(opened.id, opened.files);
  }, [opened]);
  if (!opened) return <NothingOpen />;
  const { files, label } = opened;
  return (
    <div className="px-4 py-6 sm:px-6">
      <h1 className="font-semibold text-xl">{label}</h1>
      <p className="text-soft">
        {files.length === 1 ? '1 file' : `${files.length} files`} opened in this tab.
      </p>
      <pre id="dbg">{JSON.stringify(state, null, 1).slice(0, 4000)}</pre>
    </div>
  );
}

function NothingOpen() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 py-8 sm:px-6">
      <h1 className="sr-only">Analyze</h1>
      <EmptyState
        title="No event log is open"
        reason="What is open lives in this tab only, so it is gone after a reload. Drop a log anywhere in the window, or:"
      >
        <BrowseButtons />
      </EmptyState>
      <RecentList />
      <Panel title="No log at hand? Open a real one">
        <SampleList />
      </Panel>
    </div>
  );
}
