'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { placesIn } from '#components/graph/graph-index.ts';
import { useStore } from '#components/shell/use-store.ts';
import { placeAt } from '#lib/pyspark/view/places.ts';
import { edited, isCurrent, playground, select, textOf } from '../session/playground-session.ts';
import { PythonEditor } from './python-editor.ts';
import type { EditorReading } from './reading.ts';

export interface EditorPaneProps {
  /** Where the editor is kept for those who lead to places in it. */
  readonly editor: RefObject<PythonEditor | undefined>;
  readonly onShowInGraph: () => void;
  /** For a program that is only looked at; another one is for another editor. */
  readonly reading?: EditorReading;
}

export function EditorPane({ editor, onShowInGraph, reading }: EditorPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const { id, files, current, findings, latest, shown, selection, isStale } = useStore(playground);
  const latestShow = useRef(onShowInGraph);
  latestShow.current = onShowInGraph;
  const latestReading = useRef(reading);
  latestReading.current = reading;
  /** What the cursor itself has selected is not to be scrolled to. */
  const fromCursor = useRef<number>(undefined);

  useEffect(() => {
    if (!box.current) return;
    const events = {
      onEdit: edited,
      onCursor: (path: string, offset: number, line: number) => {
        const { shown: now } = playground.get();
        if (!now || !isCurrent()) return;
        const place = placeAt(now.view.places, { file: path, offset, line }, placesIn(now.graph));
        fromCursor.current = place;
        select({ place, stop: undefined });
      },
      onShowInGraph: () => latestShow.current(),
    };
    const asked = latestReading.current;
    const made = new PythonEditor(
      box.current,
      events,
      asked && { tells: asked.tells, onLine: (line) => latestReading.current?.onLine?.(line) },
    );
    editor.current = made;
    return () => {
      editor.current = undefined;
      made.close();
    };
  }, [editor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another program is the reason
  useEffect(() => editor.current?.clear(), [id, editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file of another program may have the same name
  useEffect(() => {
    const file = files.find(({ path }) => path === current);
    if (file) editor.current?.show(file, textOf(file.path));
  }, [id, files, current, editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file shows its own
  useEffect(() => {
    editor.current?.setFindings(latestReading.current?.tells === false ? [] : (findings ?? []));
  }, [id, findings, current, editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file shows its own
  useEffect(() => editor.current?.setBroken(latest?.broken ?? []), [id, latest, current, editor]);
  useEffect(() => {
    const { place } = selection;
    const at = place === undefined || isStale ? undefined : shown?.view.places[place];
    const isHere = at?.file === current;
    editor.current?.setLinked(isHere ? [at] : [], place !== fromCursor.current);
  }, [selection, shown, isStale, current, editor]);

  return <div ref={box} className="h-full min-h-0 min-w-0 overflow-hidden" />;
}
