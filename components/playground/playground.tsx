'use client';
import { useEffect, useRef, useState } from 'react';
import { LinkInAddress } from '#components/share/link-in-address.tsx';
import { ShareHost } from '#components/share/share-host.tsx';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { useDocumentTitle } from '#components/shell/use-document-title.ts';
import { useStore } from '#components/shell/use-store.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import { useSourceDrops } from './context/use-source-drops.ts';
import { EditorPane } from './editor/editor-pane.tsx';
import type { PythonEditor } from './editor/python-editor.ts';
import { openSharedProgram } from './files/open-shared-program.ts';
import { ProgramBar } from './files/program-bar.tsx';
import { useGivenProgram } from './files/use-given-program.ts';
import { GraphPane } from './graph-pane.tsx';
import { openings } from './last/openings.ts';
import { AnswerPanel } from './panels/answer-panel.tsx';
import { type PaneName, Panes } from './panes/panes.tsx';
import { playgroundActions } from './playground-actions.ts';
import { chooseFile, playground, start } from './session/playground-session.ts';
import { useLinks } from './use-links.ts';

/** The program, what Spark will do with it, and ways between the two. */
export function Playground() {
  const state = useStore(playground);
  const editor = useRef<PythonEditor>(undefined);
  const graphBox = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<PaneName>('code');
  const links = useLinks(state, { editor, graphBox, onPane: setPane });
  useDocumentTitle(state.title, 'Playground');
  useActions(playgroundActions);
  useGivenProgram();
  useSourceDrops();
  useEffect(start, []);
  const isDrawn = state.shown !== undefined || state.failure !== undefined;
  useEffect(() => {
    if (isDrawn) openings.end();
  }, [isDrawn]);
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col">
      <h1 className="sr-only">Playground: what Spark will do with a program</h1>
      <LinkInAddress kind="playground" take={openSharedProgram} />
      <ProgramBar />
      <Panes
        shown={pane}
        onShow={setPane}
        code={
          <Tabs
            fill
            label="Files"
            items={state.files.map(({ path }) => ({ id: path, label: path }))}
            value={state.current}
            onChange={chooseFile}
          >
            <EditorPane editor={editor} onShowInGraph={links.onShowInGraph} />
          </Tabs>
        }
        graph={
          <div ref={graphBox} className="h-full min-h-0">
            <GraphPane state={state} links={links} />
          </div>
        }
        detail={<AnswerPanel {...links} />}
      />
      <ShareHost />
    </div>
  );
}
