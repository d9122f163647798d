import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, undo } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { documentNonce } from '#components/ui/document-nonce.ts';
import { codeHighlighting, editorTheme } from '#components/ui/editor-theme.ts';
import type { ProgramFile } from '../session/playground-state.ts';
import type { Finding, TextEdit } from '../worker/protocol.ts';
import { brokenMark, markBroken } from './broken-mark.ts';
import { cellMarks } from './cell-marks.ts';
import { findPanel } from './find-panel.ts';
import { showFindings } from './finding-marks.ts';
import { frameHover } from './frame-hover.ts';
import { linkedMark, markLinked } from './linked-mark.ts';
import { playgroundTheme } from './playground-theme.ts';
import { type EditorReading, readOnly } from './reading.ts';

export interface EditorEvents {
  readonly onEdit: (path: string, edits: readonly TextEdit[], text: string) => void;
  /** The cursor has come to a place, by hand or by keys. */
  readonly onCursor: (path: string, offset: number, line: number) => void;
  /** Asks for the graph's part of what is at the cursor. */
  readonly onShowInGraph: () => void;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One editor for all files of a program; each keeps its own undo history. */
export class PythonEditor {
  private readonly view: EditorView;
  private readonly states = new Map<string, EditorState>();
  private readonly events: EditorEvents;
  private readonly reading: EditorReading | undefined;
  private path = '';

  constructor(parent: HTMLElement, events: EditorEvents, reading?: EditorReading) {
    this.events = events;
    this.reading = reading;
    const nonce = documentNonce();
    this.view = new EditorView({ parent, extensions: nonce ? [EditorView.cspNonce.of(nonce)] : [] });
  }

  /** Shows a file; `text` is what it holds unless it was shown before. */
  show(file: ProgramFile, text: string): void {
    if (this.path === file.path) return;
    if (this.path !== '') this.states.set(this.path, this.view.state);
    this.path = file.path;
    this.view.setState(this.states.get(file.path) ?? this.newState(file, text));
  }

  /** Forgets all files, for another program. */
  clear(): void {
    this.states.clear();
    this.path = '';
  }

  /** Changes a file so that it can be undone, whether it is the one that is shown or not. */
  change(file: ProgramFile, text: string, edits: readonly TextEdit[]): void {
    this.show(file, text);
    this.view.dispatch({
      changes: edits.map(({ from, to, text: insert }) => ({ from, to, insert })),
      userEvent: 'input.fix',
    });
  }

  /** Takes the last step back in a file, whether it is the one that is shown or not. */
  undo(file: ProgramFile, text: string): void {
    this.show(file, text);
    undo(this.view);
  }

  setFindings(findings: readonly Finding[]): void {
    const own = findings.filter(({ file }) => file === this.path);
    this.view.dispatch(showFindings(this.view.state, own));
  }

  setBroken(spans: readonly (Span & { readonly file: string })[]): void {
    const own = spans.filter(({ file }) => file === this.path);
    this.view.dispatch({ effects: markBroken.of(this.inside(own)) });
  }

  /** What the graph has selected; it comes into view when it is not. */
  setLinked(spans: readonly Span[], intoView: boolean): void {
    const own = this.inside(spans);
    const [first] = own;
    this.view.dispatch({
      effects: [
        markLinked.of(own),
        ...(intoView && first ? [EditorView.scrollIntoView(first.from, { y: 'center' })] : []),
      ],
    });
  }

  /** Brings a line out; the keyboard stays where it is. */
  showLine(line: number): void {
    const { doc } = this.view.state;
    if (!(line >= 1 && line <= doc.lines)) return;
    const at = doc.line(line).from;
    this.view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'nearest' }),
    });
  }

  /** Puts the cursor somewhere and the keyboard with it. */
  goTo(offset: number): void {
    const at = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
    this.view.focus();
  }

  close(): void {
    this.view.destroy();
  }

  private inside(spans: readonly Span[]): readonly Span[] {
    const { length } = this.view.state.doc;
    return spans.filter(({ from, to }) => from < to && to <= length);
  }

  private newState(file: ProgramFile, text: string): EditorState {
    const nonce = documentNonce();
    return EditorState.create({
      doc: text,
      extensions: [
        ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
        this.keys(),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        autocompletion({ icons: false }),
        python(),
        codeHighlighting,
        linkedMark,
        brokenMark,
        cellMarks(file.cells ?? []),
        this.reading ? readOnly(this.reading) : [],
        this.reading?.tells === false ? [] : frameHover(file.path),
        findPanel(),
        // Of two themes the first wins.
        playgroundTheme,
        editorTheme,
        EditorView.contentAttributes.of({ 'aria-label': `${file.path}. ${KEYS}`, tabindex: '0' }),
        this.listener(file.path),
      ],
    });
  }

  private keys(): Extension {
    return keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          this.events.onShowInGraph();
          return true;
        },
      },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]);
  }

  private listener(path: string): Extension {
    return EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        const edits: TextEdit[] = [];
        // From the end, so that the offsets of the others stay what they are.
        update.changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
          edits.unshift({ from, to, text: inserted.toString() });
        });
        this.events.onEdit(path, edits, update.state.doc.toString());
      }
      if (update.selectionSet || update.docChanged) {
        const { head } = update.state.selection.main;
        this.events.onCursor(path, head, update.state.doc.lineAt(head).number);
      }
    });
  }
}

const KEYS =
  'Ctrl or Cmd with Enter goes to the graph, with F finds and replaces, F8 goes to the next finding, Escape and then Tab leaves the editor.';
