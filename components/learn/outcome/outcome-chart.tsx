import { ArrowRight } from 'lucide-react';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { exists, unreachable } from '#lib/base/assert.ts';
import type { Answer, Judgement, Question } from '#lib/learn/question/question.ts';
import { figureText } from '#lib/learn/scenario/figure.ts';
import type { Origin } from '#lib/learn/scenario/origin.ts';
import { fillProse } from '#lib/learn/scenario/prose.ts';
import type { Known } from '../steps/known.ts';
import { BarsOver } from './bars-over.tsx';
import { NumberLine } from './number-line.tsx';
import { ORIGIN_WORDS } from './origin-words.ts';

export interface OutcomeChartProps {
  readonly question: Question;
  readonly known: Known;
  readonly answer: Answer;
  readonly truth: Judgement['truth'];
  readonly origin: Origin | undefined;
}

/** The answer beside the outcome, on one scale. */
export function OutcomeChart({ question, known, answer, truth, origin }: OutcomeChartProps) {
  const filled = (text: string) => fillProse(text, known.figures, known.values);
  const engine = origin ? ORIGIN_WORDS[origin] : 'So it is';
  switch (question.kind) {
    case 'slider':
      return truth.kind === 'number' ? (
        <NumberLine
          question={question}
          answer={answer.kind === 'number' ? answer.value : undefined}
          truth={truth.value}
          origin={origin}
        />
      ) : null;
    case 'sketch':
      return truth.kind === 'bars' ? (
        <BarsOver
          sketch={answer.kind === 'bars' ? answer.bars : undefined}
          truth={truth.bars}
          unit={question.unit}
          origin={origin}
        />
      ) : null;
    case 'pick':
      return truth.kind === 'option' ? (
        <ul className="grid gap-1 text-sm">
          {question.options.map(({ id, label }) => {
            const isSo = id === truth.id;
            const isYours = answer.kind === 'option' && answer.id === id;
            return (
              <li key={id} className="flex gap-2">
                <span className="flex w-24 shrink-0 items-start justify-end gap-1 text-xs leading-5">
                  {isYours ? 'yours' : ''}
                  {isYours && isSo ? ' and ' : ''}
                  {isSo ? engine.toLowerCase() : ''}
                  {isYours || isSo ? <ArrowRight aria-hidden size={14} className="mt-0.5" /> : null}
                </span>
                <span className={isSo ? 'font-medium' : isYours ? '' : 'text-faint'}>{filled(label)}</span>
              </li>
            );
          })}
        </ul>
      ) : null;
    case 'order':
      return truth.kind === 'order' ? (
        <SimpleTable
          caption="Your order and the outcome"
          className="rounded border border-line bg-panel px-3 pb-1"
          columns={[
            { header: 'Place' },
            ...(answer.kind === 'order' ? [{ header: 'You' }] : []),
            { header: engine },
            { header: 'Figure', align: 'end' },
          ]}
          rows={truth.ids.map((id, place) => {
            const item = exists(
              question.items.find((each) => each.id === id),
              `the item ${id}`,
            );
            const [figure, value] = [known.figures[item.by], known.values[item.by]];
            const yours =
              answer.kind === 'order'
                ? [filled(question.items.find((each) => each.id === answer.ids[place])?.label ?? '')]
                : [];
            return [
              place + 1,
              ...yours,
              filled(item.label),
              figure && value !== undefined ? figureText(value, figure.unit) : '…',
            ];
          })}
        />
      ) : null;
    default:
      return unreachable(question);
  }
}
