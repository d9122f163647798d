import { type Range, StateEffect, type StateEffectType, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Marks on spans of the text, replaced by an effect and moved along while the text changes. */
export function spanMarks(className: string): {
  readonly effect: StateEffectType<readonly Span[]>;
  readonly field: StateField<DecorationSet>;
} {
  const effect = StateEffect.define<readonly Span[]>();
  const mark = Decoration.mark({ class: className });
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      let next = marks.map(transaction.changes);
      for (const each of transaction.effects) {
        if (!each.is(effect)) continue;
        const ranges = each.value.map(({ from, to }): Range<Decoration> => mark.range(from, to));
        next = Decoration.set(ranges, true);
      }
      return next;
    },
    provide: (self) => EditorView.decorations.from(self),
  });
  return { effect, field };
}
