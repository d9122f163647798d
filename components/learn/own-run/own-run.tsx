'use client';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { hrefOf } from '#components/analyze/place/place.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ownRunQuestions } from '#lib/learn/own-run/own-run-questions.ts';
import { judge } from '#lib/learn/question/judge.ts';
import type { Clear, Insight } from '#lib/model/insight.ts';
import type { GivenAnswer } from '../question/question-form.tsx';
import { answersOf, keepAnswer, subscribe } from './own-run-answers.ts';
import { OwnRunQuestionPart } from './own-run-question.tsx';
import { OwnRunSummary } from './own-run-summary.tsx';

export interface OwnRunProps {
  /** Tells runs apart. */
  readonly run: string;
  readonly insights: readonly Insight[];
  readonly clear: readonly Clear[];
}

/** The questions about a run, one after the other, then all of them with what came out. */
export function OwnRun({ run, insights, clear }: OwnRunProps) {
  const questions = useMemo(() => ownRunQuestions(insights, clear), [insights, clear]);
  const answers = useSyncExternalStore(
    subscribe,
    () => answersOf(run),
    () => answersOf(run),
  );
  const open = questions.findIndex(({ id }) => answers[id] === undefined);
  /** The question whose outcome is looked at. */
  const [held, setHeld] = useState<number>();
  const at = held ?? open;
  const question = questions[at];
  if (questions.length === 0) return <NothingToAsk isChecked={clear.length > 0} />;
  if (!question) return <OwnRunSummary questions={questions} answers={answers} />;
  const commit = (given: GivenAnswer) => {
    const judgement = judge(question.question, given.answer, question.values, {});
    setHeld(at);
    keepAnswer(run, question.id, {
      committed: { ...given, outcome: judgement.outcome },
      judgement,
    });
  };
  return (
    <Panel title={`Question ${at + 1} of ${questions.length}`}>
      <OwnRunQuestionPart
        key={question.id}
        asked={question}
        answered={answers[question.id]}
        onCommit={commit}
        onNext={() => setHeld(undefined)}
        isLast={open < 0}
      />
    </Panel>
  );
}

function NothingToAsk({ isChecked }: { readonly isChecked: boolean }) {
  return (
    <EmptyState
      title="There is nothing to ask about this run"
      reason={
        isChecked
          ? 'None of the problems that were looked for was found in it, and questions are made from what was found.'
          : 'Questions are made from what the checks find, and most of them had nothing to look at in this log.'
      }
    >
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={hrefOf({ view: 'insights' })} kind="primary">
          See what was checked
        </ButtonLink>
        <ButtonLink href="/learn">Take a scenario instead</ButtonLink>
      </div>
    </EmptyState>
  );
}
