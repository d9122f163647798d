import { firstRecall, type Recall } from '../recall/recall.ts';
import type { ScenarioRun } from '../run/scenario-run.ts';
import type { LearnProgress } from './learn-progress.ts';

/** Progress with a run as it is now. A scenario that is finished for the first time comes back as a question. */
export function keepRun({ runs, recalls }: LearnProgress, run: ScenarioRun): LearnProgress {
  const { scenario, finishedAt } = run;
  const isNew = finishedAt !== null && recalls[scenario] === undefined;
  return {
    runs: { ...runs, [scenario]: run },
    recalls: isNew ? { ...recalls, [scenario]: firstRecall(scenario, finishedAt) } : recalls,
  };
}

/** Progress after a question that came back was answered. */
export function keepRecall({ runs, recalls }: LearnProgress, recall: Recall): LearnProgress {
  return { runs, recalls: { ...recalls, [recall.scenario]: recall } };
}
