'use client';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { OwnRunQuestion } from '#lib/learn/own-run/own-run-questions.ts';
import { AnswerOutcome } from '../outcome/answer-outcome.tsx';
import { type GivenAnswer, QuestionForm } from '../question/question-form.tsx';
import type { Answered } from './own-run-answers.ts';
import { WhereToLook } from './where-to-look.tsx';

export interface OwnRunQuestionPartProps {
  readonly asked: OwnRunQuestion;
  readonly answered: Answered | undefined;
  readonly onCommit: (given: GivenAnswer) => void;
  readonly onNext: () => void;
  readonly isLast: boolean;
}

/** A question about a run; once an answer stands, what was measured beside it and where to look. */
export function OwnRunQuestionPart({ asked, answered, onCommit, onNext, isLast }: OwnRunQuestionPartProps) {
  const box = useRef<HTMLDivElement>(null);
  const isAnswered = answered !== undefined;
  // The form that had the focus is gone.
  useEffect(() => {
    if (isAnswered) box.current?.focus();
  }, [isAnswered]);
  const { question, figures, values, look, reveal } = asked;
  if (!answered)
    return <QuestionForm question={question} figures={figures} values={values} onCommit={onCommit} />;
  return (
    <div ref={box} tabIndex={-1} className="grid min-w-0 gap-4 outline-none">
      <p className="max-w-prose font-medium">{question.ask}</p>
      <AnswerOutcome question={question} known={{ figures, values }} {...answered} reveal={reveal} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={onNext}>
          {isLast ? 'See all answers' : 'Next question'}
        </Button>
        <WhereToLook look={look} />
      </div>
    </div>
  );
}
