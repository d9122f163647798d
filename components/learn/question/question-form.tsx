'use client';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Confidence, Question } from '#lib/learn/question/question.ts';
import type { CommittedAnswer } from '#lib/learn/run/scenario-run.ts';
import type { Figure, Values } from '#lib/learn/scenario/figure.ts';
import { Words } from '../steps/prose.tsx';
import { AnswerField } from './answer-field.tsx';
import { ConfidenceField } from './confidence-field.tsx';
import { emptyAnswer, missingIn } from './empty-answer.ts';
import { NeedsList } from './needs-list.tsx';

/** What somebody committed, not yet held against anything. */
export type GivenAnswer = Omit<CommittedAnswer, 'outcome'>;

/** As long as what is read back. */
const LONGEST_WHY = 300;

export interface QuestionFormProps {
  readonly question: Question;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly values: Values;
  readonly onCommit: (given: GivenAnswer) => void;
  /** The answer is being looked up. */
  readonly isBusy?: boolean;
}

/** A question with its widget. Nothing is revealed before an answer is committed, and "No idea" is one. */
export function QuestionForm({ question, figures, values, onCommit, isBusy = false }: QuestionFormProps) {
  const id = useId();
  const known = { figures, values };
  const [answer, setAnswer] = useState(() => emptyAnswer(question));
  const [confidence, setConfidence] = useState<Confidence>();
  const [why, setWhy] = useState('');
  const missing = isBusy ? 'Looking it up …' : missingIn(question, answer, confidence !== undefined);
  return (
    <form
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer && confidence && !missing) onCommit({ answer, confidence, why: why.trim() });
      }}
      className="grid min-w-0 gap-4"
    >
      <p id={id} className="max-w-prose font-medium">
        <Words text={question.ask} known={known} />
      </p>
      <NeedsList needs={question.needs} known={known} />
      <AnswerField question={question} known={known} answer={answer} onChange={setAnswer} labelledBy={id} />
      <ConfidenceField value={confidence} onChange={setConfidence} />
      <label className="grid gap-1 text-sm">
        <span className="text-soft">Why? One line, if you like.</span>
        <input
          type="text"
          value={why}
          maxLength={LONGEST_WHY}
          onChange={(event) => setWhy(event.target.value)}
          className="min-h-8 w-full max-w-prose rounded border border-edge bg-panel px-2 text-sm pointer-coarse:min-h-11"
        />
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" type="submit" unavailable={missing}>
          Commit
        </Button>
        <Button
          unavailable={isBusy ? missing : undefined}
          onClick={() => onCommit({ answer: { kind: 'no-idea' }, confidence: null, why: why.trim() })}
        >
          No idea
        </Button>
        {missing ? (
          <span aria-hidden="true" className="text-faint text-xs">
            {missing}
          </span>
        ) : null}
      </div>
    </form>
  );
}
