import { type RefObject, useCallback, useMemo } from 'react';
import { indexGraph, placeOf, stopsAt } from '#components/graph/graph-index.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { SourceEdit } from '#lib/pyspark/edit/graph-edit.ts';
import type { PythonEditor } from './editor/python-editor.ts';
import type { PaneName } from './panes/panes.tsx';
import { chooseFile, select, textOf } from './session/playground-session.ts';
import type { PlaygroundState } from './session/playground-state.ts';
import type { Finding } from './worker/protocol.ts';

/** Ways between code, graph and answers. */
export interface Links {
  /** The stop in the graph that belongs to what is selected. */
  readonly stop: string | undefined;
  readonly onStop: (stop: string) => void;
  readonly onEnter: (stop: string) => void;
  readonly onPlace: (place: number) => void;
  readonly onGo: (file: string, offset: number) => void;
  readonly onFix: (finding: Finding) => void;
  /** Changes the text as an edit of the graph says; each file as one step that can be undone. */
  readonly onEdits: (edits: readonly SourceEdit[]) => void;
  /** Takes back the last step in each file that these edits have changed. */
  readonly onUndo: (edits: readonly SourceEdit[]) => void;
  readonly onShowInGraph: () => void;
}

export interface LinkEnds {
  readonly editor: RefObject<PythonEditor | undefined>;
  readonly graphBox: RefObject<HTMLElement | null>;
  readonly onPane: (pane: PaneName) => void;
}

export function useLinks(
  { shown, selection, files }: Pick<PlaygroundState, 'shown' | 'selection' | 'files'>,
  { editor, graphBox, onPane }: LinkEnds,
): Links {
  const graph = shown?.graph;
  const places = shown?.view.places;
  const index = useMemo(() => graph && indexGraph(graph), [graph]);
  const stop = useMemo(() => {
    if (!graph || selection.stop !== undefined) return selection.stop;
    return selection.place === undefined ? undefined : stopsAt(graph, selection.place)[0];
  }, [graph, selection]);
  const placeAt = useCallback(
    (id: string): number | undefined => {
      const found = index?.stop(id);
      return found && placeOf(found);
    },
    [index],
  );
  const onStop = useCallback((id: string) => select({ stop: id, place: placeAt(id) }), [placeAt]);
  const onGo = useCallback(
    (file: string, offset: number) => {
      chooseFile(file);
      onPane('code');
      // Once the file is shown.
      setTimeout(() => editor.current?.goTo(offset), 0);
    },
    [editor, onPane],
  );
  const onPlace = useCallback(
    (place: number) => {
      const at = places?.[place];
      if (at) onGo(at.file, at.from);
    },
    [places, onGo],
  );
  const onEnter = useCallback(
    (id: string) => {
      const place = placeAt(id);
      if (place !== undefined) onPlace(place);
    },
    [placeAt, onPlace],
  );
  const onShowInGraph = useCallback(() => {
    onPane('graph');
    setTimeout(() => {
      const box = graphBox.current;
      box?.querySelector<HTMLElement>('[role=application], [aria-current=true]')?.focus();
    }, 0);
  }, [graphBox, onPane]);
  const onFix = useCallback(
    ({ file, fix }: Finding) => {
      const target = files.find(({ path }) => path === file);
      if (!target || !fix) return;
      chooseFile(file);
      editor.current?.change(target, textOf(file), fix.edits);
    },
    [files, editor],
  );
  const onEdits = useCallback(
    (edits: readonly SourceEdit[]) => {
      for (const [file, own] of groupBy(edits, (edit) => edit.file)) {
        const target = files.find(({ path }) => path === file);
        if (!target) continue;
        chooseFile(file);
        editor.current?.change(target, textOf(file), own);
      }
    },
    [files, editor],
  );
  const onUndo = useCallback(
    (edits: readonly SourceEdit[]) => {
      for (const file of new Set(edits.map((edit) => edit.file))) {
        const target = files.find(({ path }) => path === file);
        if (!target) continue;
        chooseFile(file);
        editor.current?.undo(target, textOf(file));
      }
    },
    [files, editor],
  );
  return { stop, onStop, onEnter, onPlace, onGo, onFix, onEdits, onUndo, onShowInGraph };
}
