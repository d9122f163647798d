import { hrefOf } from '#components/analyze/place/place.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { OwnRunQuestion } from '#lib/learn/own-run/own-run-questions.ts';
import { OutcomeWord } from '../outcome/outcome-word.tsx';
import { answerWords } from './answer-words.ts';
import { calibrationWords } from './calibration.ts';
import type { Answers } from './own-run-answers.ts';
import { WhereToLook } from './where-to-look.tsx';

export interface OwnRunSummaryProps {
  readonly questions: readonly OwnRunQuestion[];
  readonly answers: Answers;
}

/** All questions about a run once more, and the way on. */
export function OwnRunSummary({ questions, answers }: OwnRunSummaryProps) {
  return (
    <Panel title="What you predicted">
      <div className="grid gap-4">
        <p className="max-w-prose">{calibrationWords(answers)}</p>
        <ol className="divide-y divide-line border-line border-y">
          {questions.map(({ id, question, look }) => {
            const answered = answers[id];
            return (
              <li key={id} className="grid gap-2 py-3 text-sm">
                <p className="max-w-prose font-medium">{question.ask}</p>
                {answered ? (
                  <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                    <OutcomeWord outcome={answered.judgement.outcome} />
                    {answered.judgement.outcome === 'no-idea' ? null : (
                      <span>You: {answerWords(question, answered.committed.answer)}</span>
                    )}
                    <span>Measured: {answerWords(question, answered.judgement.truth)}</span>
                  </p>
                ) : null}
                <div className="flex flex-wrap gap-2">
                  <WhereToLook look={look} />
                </div>
              </li>
            );
          })}
        </ol>
        <div className="flex flex-wrap gap-2">
          <ButtonLink kind="primary" href={hrefOf({ view: 'insights' })}>
            All insights of this run
          </ButtonLink>
          <ButtonLink href="/learn">Scenarios</ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
