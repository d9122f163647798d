'use client';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Outline } from '#lib/learn/scenario/outline.ts';
import { AnswerOutcome } from '../outcome/answer-outcome.tsx';
import { QuestionForm } from '../question/question-form.tsx';
import { recallStep } from './recall-texts.ts';
import { useRecall } from './use-recall.ts';

export interface RecallQuestionProps {
  readonly outline: Outline;
  /** When it comes back again, in words; told once it is answered. */
  readonly returns: string;
  /** Leads on once it is answered. */
  readonly next: { readonly label: string; readonly go: () => void };
}

/** A question that came back, answered in place. */
export function RecallQuestion({ outline: { id, title }, returns, next }: RecallQuestionProps) {
  const { scenario, values, isBusy, answered, problem, commit } = useRecall(id);
  const outcome = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => {
    if (answered) outcome.current?.focus();
  }, [answered]);
  const step = scenario && recallStep(scenario);
  const known = { figures: scenario?.figures ?? {}, values };
  return (
    <div className="grid min-w-0 gap-3">
      <p className="text-soft text-sm">From “{title}”</p>
      <Status>{problem ?? (step ? '' : 'Fetching the question …')}</Status>
      {step && !answered ? (
        <QuestionForm
          question={step.question}
          figures={known.figures}
          values={values}
          onCommit={commit}
          isBusy={isBusy}
        />
      ) : null}
      {step && answered ? (
        <div ref={outcome} tabIndex={-1} className="grid gap-3 outline-none">
          <AnswerOutcome question={step.question} known={known} {...answered} reveal={step.reveal} />
          <p className="text-soft text-sm">{returns}</p>
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onClick={next.go}>
              {next.label}
            </Button>
            <ButtonLink href={`/learn/${id}`} prefetch={false}>
              Look at the scenario again
            </ButtonLink>
          </div>
        </div>
      ) : null}
    </div>
  );
}
