import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import type { Judgement, Question } from '#lib/learn/question/question.ts';
import type { CommittedAnswer } from '#lib/learn/run/scenario-run.ts';
import { originOfQuestion } from '#lib/learn/scenario/origin.ts';
import { CONFIDENCE_WORDS } from '../question/confidence-field.tsx';
import type { Known } from '../steps/known.ts';
import { Prose } from '../steps/prose.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { OutcomeWord } from './outcome-word.tsx';

export interface AnswerOutcomeProps {
  readonly question: Question;
  readonly known: Known;
  readonly committed: CommittedAnswer;
  readonly judgement: Judgement;
  /** Why it is as it is. */
  readonly reveal: string;
}

/** From here on somebody was sure. */
const SURE = 4;

/** What an answer was worth, the outcome beside it, and what somebody who answers so may have thought. */
export function AnswerOutcome({ question, known, committed, judgement, reveal }: AnswerOutcomeProps) {
  const { outcome, truth, says } = judgement;
  const { answer, confidence, why } = committed;
  const origin = originOfQuestion(question, known.figures);
  const isSurprise = outcome === 'off' && confidence !== null && confidence >= SURE;
  return (
    <section aria-label="Outcome" className="grid min-w-0 gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomeWord outcome={outcome} />
        {origin ? <ProvenanceTag origin={origin} /> : null}
        {confidence === null ? null : (
          <span className="text-soft text-sm">
            You were {CONFIDENCE_WORDS[confidence]} ({confidence} of 5)
            {isSurprise ? '. A surprise like this one is worth keeping.' : '.'}
          </span>
        )}
      </p>
      {why === '' ? null : (
        <p className="wrap-anywhere max-w-prose text-soft text-sm">Your reason: “{why}”</p>
      )}
      <OutcomeChart question={question} known={known} answer={answer} truth={truth} origin={origin} />
      {says === undefined ? null : <Prose text={says} known={known} />}
      <Prose text={reveal} known={known} className="border-accent border-l-2 pl-3" />
    </section>
  );
}
