import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** How a program is shown that is looked at and not changed. */
export interface EditorReading {
  /** Whether findings, and on DataFrames what is known of them, are told. */
  readonly tells: boolean;
  /** A line was chosen with a click or with Enter. */
  readonly onLine: ((line: number) => void) | undefined;
}

/** Keeps the text as it is; its lines can be chosen. */
export function readOnly({ onLine }: EditorReading): Extension {
  const choose = (view: EditorView, offset: number): boolean => {
    onLine?.(view.state.doc.lineAt(offset).number);
    return onLine !== undefined;
  };
  return [
    EditorState.readOnly.of(true),
    Prec.high(keymap.of([{ key: 'Enter', run: (view) => choose(view, view.state.selection.main.head) }])),
    EditorView.domEventHandlers({
      click: (event, view) => {
        const offset = view.posAtCoords(event);
        return offset !== null && choose(view, offset);
      },
    }),
  ];
}
