import type { Answer, Question } from '#lib/learn/question/question.ts';
import { figureText } from '#lib/learn/scenario/figure.ts';

/** An answer on one line: "48.0 s", "Task skew", "Spill, Task skew". */
export function answerWords(question: Question, answer: Answer): string {
  switch (answer.kind) {
    case 'number':
      return question.kind === 'slider' ? figureText(answer.value, question.unit) : String(answer.value);
    case 'option':
      return question.kind === 'pick' ? labelIn(question.options, answer.id) : answer.id;
    case 'order':
      return answer.ids
        .map((id) => (question.kind === 'order' ? labelIn(question.items, id) : id))
        .join(', ');
    case 'bars':
      return 'a sketch';
    case 'no-idea':
      return 'no idea';
  }
}

function labelIn(of: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return of.find((each) => each.id === id)?.label ?? id;
}
