import { unreachable } from '#lib/base/assert.ts';
import type { Answer, Question } from '#lib/learn/question/question.ts';
import { fillProse } from '#lib/learn/scenario/prose.ts';
import type { Known } from '../steps/known.ts';
import { OrderAnswer } from './order-answer.tsx';
import { PickAnswer } from './pick-answer.tsx';
import { SketchAnswer } from './sketch-answer.tsx';
import { SliderAnswer } from './slider-answer.tsx';

export interface AnswerFieldProps {
  readonly question: Question;
  readonly known: Known;
  readonly answer: Answer | undefined;
  readonly onChange: (answer: Answer) => void;
  readonly labelledBy: string;
}

/** What an answer is given with. */
export function AnswerField({ question, known, answer, onChange, labelledBy }: AnswerFieldProps) {
  const filled = (text: string) => fillProse(text, known.figures, known.values);
  switch (question.kind) {
    case 'slider':
      return (
        <SliderAnswer
          question={question}
          value={answer?.kind === 'number' ? answer.value : undefined}
          onChange={(value) => onChange({ kind: 'number', value })}
          labelledBy={labelledBy}
        />
      );
    case 'pick':
      return (
        <PickAnswer
          options={question.options}
          labels={question.options.map(({ label }) => filled(label))}
          value={answer?.kind === 'option' ? answer.id : undefined}
          onChange={(id) => onChange({ kind: 'option', id })}
          labelledBy={labelledBy}
        />
      );
    case 'order':
      return (
        <OrderAnswer
          items={question.items.map((item) => ({ ...item, label: filled(item.label) }))}
          value={answer?.kind === 'order' ? answer.ids : []}
          onChange={(ids) => onChange({ kind: 'order', ids })}
          labelledBy={labelledBy}
        />
      );
    case 'sketch':
      return (
        <SketchAnswer
          bars={answer?.kind === 'bars' ? answer.bars : []}
          onChange={(bars) => onChange({ kind: 'bars', bars })}
        />
      );
    default:
      return unreachable(question);
  }
}
