import type { RefObject } from 'react';
import { EditorPane } from '#components/playground/editor/editor-pane.tsx';
import type { PythonEditor } from '#components/playground/editor/python-editor.ts';
import type { EditorReading } from '#components/playground/editor/reading.ts';
import { chooseFile } from '#components/playground/session/playground-session.ts';
import type { PlaygroundState, ProgramFile } from '#components/playground/session/playground-state.ts';
import { Tabs } from '#components/ui/tabs.tsx';

export interface CodePartProps {
  readonly state: Pick<PlaygroundState, 'files' | 'current'>;
  readonly editor: RefObject<PythonEditor | undefined>;
  readonly hidden: boolean;
  /** It stands beside a graph. */
  readonly isShort: boolean;
  /** Left out where the text can be changed. */
  readonly reading: EditorReading | undefined;
  readonly onShowInGraph: () => void;
}

/** The editor, with tabs where the program has several files. */
export function CodePart({ state, editor, hidden, isShort, reading, onShowInGraph }: CodePartProps) {
  const { files, current } = state;
  const editing = (
    <EditorPane
      key={String(reading?.tells)}
      editor={editor}
      onShowInGraph={onShowInGraph}
      {...(reading ? { reading } : {})}
    />
  );
  return (
    <section
      aria-label="Code"
      hidden={hidden}
      style={{ height: heightOf(files, isShort) }}
      className="min-w-0 overflow-hidden rounded border border-line"
    >
      {files.length > 1 ? (
        <Tabs
          fill
          label="Files"
          items={files.map(({ path }) => ({ id: path, label: path }))}
          value={current}
          onChange={chooseFile}
        >
          {editing}
        </Tabs>
      ) : (
        editing
      )}
    </section>
  );
}

/** Room for the text as it was opened: what is below it is not to be far away. */
function heightOf(files: readonly ProgramFile[], isShort: boolean): string {
  const lines = Math.max(...files.map(({ text }) => text.split('\n').length));
  return `clamp(12rem, ${lines * 1.3 + 2}rem, ${isShort ? 20 : 38}rem)`;
}
