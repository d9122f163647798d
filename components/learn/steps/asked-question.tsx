import { useEffect, useRef, useState } from 'react';
import { Status } from '#components/ui/status.tsx';
import type { Question } from '#lib/learn/question/question.ts';
import { AnswerOutcome } from '../outcome/answer-outcome.tsx';
import { OUTCOME_LOOKS } from '../outcome/outcome-word.tsx';
import { messageOf, useAsked } from '../player/use-asked.ts';
import { type GivenAnswer, QuestionForm } from '../question/question-form.tsx';
import { learnClient } from '../worker/learn-client.ts';
import type { Known } from './known.ts';
import { Looking } from './looking.tsx';
import { Words } from './prose.tsx';
import type { StepProps } from './step-props.ts';
import { useTakesFocus } from './use-takes-focus.ts';

export interface AskedQuestionProps
  extends Pick<StepProps, 'scenario' | 'run' | 'step' | 'record' | 'dispatch'> {
  readonly question: Question;
  readonly known: Known;
  readonly reveal: string;
}

/** A question until it is answered, and from then on the answer beside what the engines say. */
export function AskedQuestion(props: AskedQuestionProps) {
  const { scenario, run, step, record, dispatch, question, known, reveal } = props;
  const [given, setGiven] = useState<GivenAnswer>();
  const [failure, setFailure] = useState<string>();
  const committed = record.answer;
  const judgement = useAsked(
    committed && `${scenario.id} ${run.seed} ${step.id} ${JSON.stringify(committed.answer)}`,
    () => learnClient().remote.judge(scenario.id, run.seed, step.id, committed!.answer),
  );
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const commit = async (answer: GivenAnswer) => {
    setGiven(answer);
    setFailure(undefined);
    try {
      const { outcome } = await learnClient().remote.judge(scenario.id, run.seed, step.id, answer.answer);
      // Events are about the step that is shown.
      if (isHere.current) dispatch({ kind: 'committed', answer: { ...answer, outcome } });
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  const word = judgement.answer && OUTCOME_LOOKS[judgement.answer.outcome].word;
  const outcome = useTakesFocus<HTMLDivElement>(committed !== undefined);
  const isBusy = given !== undefined && failure === undefined;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
      {committed ? (
        <div ref={outcome} tabIndex={-1} className="grid min-w-0 gap-4 outline-none">
          <p className="max-w-prose font-medium">
            <Words text={question.ask} known={known} />
          </p>
          {judgement.answer ? (
            <AnswerOutcome
              question={question}
              known={known}
              committed={committed}
              judgement={judgement.answer}
              reveal={reveal}
            />
          ) : null}
        </div>
      ) : (
        <QuestionForm
          question={question}
          figures={known.figures}
          values={known.values}
          onCommit={(answer) => void commit(answer)}
          isBusy={isBusy}
        />
      )}
      <Looking
        text={(committed ? !judgement.answer : isBusy) ? 'Asking the engines …' : undefined}
        failure={failure ?? judgement.failure}
        again={() => (committed ? judgement.again() : given && void commit(given))}
      />
      <Status hidden>{word}</Status>
    </div>
  );
}
