import { useEffect, useState } from 'react';
import type { Judgement } from '#lib/learn/question/question.ts';
import type { CommittedAnswer } from '#lib/learn/run/scenario-run.ts';
import type { Values } from '#lib/learn/scenario/figure.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { loadScenario } from '../load-scenario.ts';
import { messageOf } from '../player/use-asked.ts';
import type { GivenAnswer } from '../question/question-form.tsx';
import { answerRecall } from '../session/progress.ts';
import { learnClient } from '../worker/learn-client.ts';
import { figuresAfter, figuresBefore, recallStep } from './recall-texts.ts';

export interface RecallState {
  readonly scenario: Scenario | undefined;
  readonly values: Values;
  readonly isBusy: boolean;
  readonly answered: { readonly committed: CommittedAnswer; readonly judgement: Judgement } | undefined;
  /** Why it could not be shown or judged. The answer counts only once it was judged. */
  readonly problem: string | undefined;
  readonly commit: (given: GivenAnswer) => void;
}

/** One question that came back: loaded, asked, judged by the engines, and kept. */
export function useRecall(id: string): RecallState {
  const [scenario, setScenario] = useState<Scenario>();
  const [values, setValues] = useState<Values>({});
  const [isBusy, setBusy] = useState(false);
  const [answered, setAnswered] = useState<RecallState['answered']>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const loaded = await loadScenario(id);
      if (isWanted) setScenario(loaded);
      const names = figuresBefore(recallStep(loaded).question);
      const known = names.length === 0 ? {} : await learnClient().remote.values(id, names);
      if (isWanted) setValues(known);
    };
    load().catch((error: unknown) => isWanted && setProblem(messageOf(error)));
    return () => {
      isWanted = false;
    };
  }, [id]);

  const commit = async (given: GivenAnswer) => {
    if (!scenario) return;
    const step = recallStep(scenario);
    setBusy(true);
    setProblem(undefined);
    try {
      const { remote } = learnClient();
      const judgement = await remote.judge(id, 0, step.id, given.answer);
      setAnswered({ committed: { ...given, outcome: judgement.outcome }, judgement });
      answerRecall(id, judgement.outcome);
      setValues(await remote.values(id, figuresAfter(step)));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { scenario, values, isBusy, answered, problem, commit: (given) => void commit(given) };
}
