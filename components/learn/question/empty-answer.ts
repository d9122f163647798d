import type { Answer, Question } from '#lib/learn/question/question.ts';
import { TALLEST } from './tallest.ts';

/** What a widget shows before it is touched: an order and a flat shape are answers, the middle of a slider is none. */
export function emptyAnswer(question: Question): Answer | undefined {
  switch (question.kind) {
    case 'slider':
    case 'pick':
      return undefined;
    case 'order':
      return { kind: 'order', ids: question.items.map(({ id }) => id) };
    case 'sketch':
      return { kind: 'bars', bars: Array.from({ length: question.bars }, () => TALLEST / 2) };
  }
}

/** Why an answer cannot be committed yet. */
export function missingIn(
  question: Question,
  answer: Answer | undefined,
  isSure: boolean,
): string | undefined {
  if (answer === undefined)
    return question.kind === 'slider' ? 'Move the slider or type a number' : 'Choose one first';
  if (answer.kind === 'bars' && answer.bars.every((bar) => bar === 0)) return 'Draw something first';
  return isSure ? undefined : 'Say how sure you are';
}
