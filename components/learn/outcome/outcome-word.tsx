import { Check, CircleQuestionMark, Equal, type LucideIcon, X } from 'lucide-react';
import type { Outcome } from '#lib/learn/question/question.ts';

/** A glyph and a word, never a color. */
export const OUTCOME_LOOKS: Readonly<Record<Outcome, { readonly icon: LucideIcon; readonly word: string }>> =
  {
    right: { icon: Check, word: 'Right' },
    close: { icon: Equal, word: 'Close' },
    off: { icon: X, word: 'Off the mark' },
    'no-idea': { icon: CircleQuestionMark, word: 'No idea' },
  };

export function OutcomeWord({ outcome }: { readonly outcome: Outcome }) {
  const { icon: Icon, word } = OUTCOME_LOOKS[outcome];
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold">
      <Icon aria-hidden size={18} strokeWidth={2.5} />
      {word}
    </span>
  );
}
