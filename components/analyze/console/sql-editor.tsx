'use client';
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { documentNonce } from '#components/ui/document-nonce.ts';
import { codeHighlighting, editorTheme } from '#components/ui/editor-theme.ts';
import { errorMark, markError } from './error-mark.ts';
import type { SchemaItem } from './schema-items.ts';
import { sqlLanguage } from './sql-language.ts';
import { typeOver } from './type-over.ts';

export interface SqlEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly schema: readonly SchemaItem[];
  /** Offset of the place that the engine complained about. */
  readonly errorAt: number | undefined;
  /** Called with the editor, to insert at the cursor. */
  readonly onReady: (view: EditorView) => void;
}

/** The editor keeps its own text; a text from outside that differs replaces it. */
export function SqlEditor(props: SqlEditorProps) {
  const { text, schema, errorAt } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const language = useRef(new Compartment());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    const nonce = documentNonce();
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-Enter',
                run: () => {
                  latest.current.onRun();
                  return true;
                },
              },
            ]),
          ),
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          typeOver,
          autocompletion({ icons: false }),
          language.current.of(sqlLanguage(latest.current.schema)),
          codeHighlighting,
          errorMark,
          editorTheme,
          EditorView.lineWrapping,
          placeholder('SELECT … FROM tasks'),
          EditorView.contentAttributes.of({
            'aria-label': 'SQL. Ctrl or Cmd with Enter runs it, Tab leaves the editor.',
          }),
          // No Tab binding: Tab leaves the editor, so the keyboard is never trapped.
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    latest.current.onReady(editor);
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(sqlLanguage(schema)) });
  }, [schema]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: markError.of(errorAt) });
  }, [errorAt]);

  return <div ref={box} className="min-w-0" />;
}
