'use client';
import { useEffect } from 'react';
import { useOpenFiles } from '#components/shell/files/use-open-files.ts';
import { nameApplication } from '#components/shell/recent/recent-files.ts';
import { useDocumentTitle } from '#components/shell/use-document-title.ts';
import { useStore } from '#components/shell/use-store.ts';
import { placeName } from './place/place-name.ts';
import { usePlace } from './place/use-place.ts';
import { VIEWS } from './place/views.ts';
import { analysis, closeAnalysis, openFilesOnce } from './session/analysis-session.ts';
import type { AnalysisState } from './session/analysis-state.ts';
import { AnalysisPage } from './states/analysis-page.tsx';
import { NothingOpen } from './states/nothing-open.tsx';
import { runName } from './states/run-name.ts';

const IDLE: AnalysisState = { phase: 'idle' };

/** What is open in this tab, in whatever state its analysis is. */
export function AnalyzeScreen() {
  const opened = useOpenFiles();
  const state = useStore(analysis, () => IDLE);
  const place = usePlace();
  const name = runName(state);
  const isOpen = state.phase === 'open';
  const screen = isOpen ? (VIEWS.find(({ id }) => id === place.view)?.label ?? 'Analyze') : 'Analyze';
  useDocumentTitle(opened ? (name ?? opened.label) : undefined, screen);

  useEffect(() => {
    if (opened) void openFilesOnce(opened.id, opened.files);
    else closeAnalysis();
  }, [opened]);

  useEffect(() => {
    if (opened && isOpen && name !== undefined) void nameApplication(opened.id, name);
  }, [opened, isOpen, name]);

  return opened ? (
    <AnalysisPage opened={opened} state={state} name={name ?? opened.label} />
  ) : (
    <NothingOpen asked={placeName(place)} />
  );
}
