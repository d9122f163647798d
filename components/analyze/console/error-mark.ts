import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** Underlines the word at an offset, or nothing. */
export const markError = StateEffect.define<number | undefined>();

const underline = Decoration.mark({ class: 'cm-error-place' });

/** Holds until the text changes: then the place is no longer where it was. */
export const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(markError)) continue;
      const { doc } = transaction.state;
      const at = effect.value;
      if (at === undefined || at > doc.length) {
        next = Decoration.none;
        continue;
      }
      const line = doc.lineAt(at);
      const word = /^\w+/.exec(line.text.slice(at - line.from))?.[0].length ?? 1;
      const to = Math.min(line.to, at + word);
      next = to > at ? Decoration.set(underline.range(at, to)) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
