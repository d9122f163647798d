import type { CommittedAnswer } from '#lib/learn/run/scenario-run.ts';
import { originOfQuestion } from '#lib/learn/scenario/origin.ts';
import type { PredictStep } from '#lib/learn/scenario/step.ts';
import { OutcomeChart } from '../outcome/outcome-chart.tsx';
import { OutcomeWord } from '../outcome/outcome-word.tsx';
import { useAsked } from '../player/use-asked.ts';
import { learnClient } from '../worker/learn-client.ts';
import type { Known } from './known.ts';
import { Looking } from './looking.tsx';
import { Words } from './prose.tsx';

export interface EarlierPredictionProps {
  readonly scenario: string;
  readonly seed: number;
  readonly step: PredictStep;
  /** Undefined where the step was passed over. */
  readonly committed: CommittedAnswer | undefined;
  readonly known: Known;
}

/** What was predicted in an earlier step, on the chart of the outcome. */
export function EarlierPrediction({ scenario, seed, step, committed, known }: EarlierPredictionProps) {
  const { question } = step;
  const { answer, failure, again } = useAsked(
    committed && `${scenario} ${seed} ${step.id} ${JSON.stringify(committed.answer)}`,
    () => learnClient().remote.judge(scenario, seed, step.id, committed!.answer),
  );
  return (
    <li className="grid min-w-0 gap-2 rounded border border-line bg-panel p-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="min-w-0 font-medium">
          <Words text={question.ask} known={known} />
        </span>
        {answer ? <OutcomeWord outcome={answer.outcome} /> : null}
      </p>
      {committed ? (
        <Looking text={answer ? undefined : 'Asking the engines …'} failure={failure} again={again} />
      ) : (
        <p className="text-soft text-sm">You have not answered this one yet.</p>
      )}
      {committed && answer ? (
        <OutcomeChart
          question={question}
          known={known}
          answer={committed.answer}
          truth={answer.truth}
          origin={originOfQuestion(question, known.figures)}
        />
      ) : null}
    </li>
  );
}
