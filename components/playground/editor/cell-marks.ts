import { type Extension, RangeSet, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Cell } from '#lib/pyspark/notebook/read-source.ts';

class CellHead extends WidgetType {
  readonly number: number;

  constructor(number: number) {
    super();
    this.number = number;
  }

  override eq(other: CellHead): boolean {
    return other.number === this.number;
  }

  toDOM(): HTMLElement {
    const head = document.createElement('div');
    head.className = 'cm-cell-head';
    head.textContent = `Cell ${this.number}`;
    return head;
  }
}

/** A heading before each code cell of a notebook; it moves along while the text changes. */
export function cellMarks(cells: readonly Cell[]): Extension {
  return StateField.define<DecorationSet>({
    create: (state) =>
      RangeSet.of(
        cells
          .filter(({ firstLine }) => firstLine <= state.doc.lines)
          .map(({ number, firstLine }) =>
            Decoration.widget({ widget: new CellHead(number), block: true, side: -1 }).range(
              state.doc.line(firstLine).from,
            ),
          ),
        true,
      ),
    update: (marks, transaction) => marks.map(transaction.changes),
    provide: (field) => EditorView.decorations.from(field),
  });
}
