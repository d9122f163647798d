import { useEffect } from 'react';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { loadScenario } from '../load-scenario.ts';
import { beginRun } from '../session/progress.ts';
import { useRun } from '../session/use-run.ts';
import { Looking } from '../steps/looking.tsx';
import type { ScenarioPage } from './scenario-page.ts';
import { ScenarioRun } from './scenario-run.tsx';
import { useAsked } from './use-asked.ts';

/** Loads a scenario and plays it. */
export function ScenarioPlayer({ page }: { readonly page: ScenarioPage }) {
  const { answer, failure, again } = useAsked(page.id, () => loadScenario(page.id));
  return (
    <div className="mx-auto grid max-w-[110rem] grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4 sm:px-6">
      {answer ? (
        <Begun key={answer.id} scenario={answer} page={page} />
      ) : (
        <>
          <h1 className="font-semibold text-xl">{page.title}</h1>
          <Looking text="Opening the scenario …" failure={failure} again={again} />
        </>
      )}
    </div>
  );
}

function Begun({ scenario, page }: { readonly scenario: Scenario; readonly page: ScenarioPage }) {
  const run = useRun(scenario);
  // Also when progress was forgotten meanwhile, here or in another tab.
  const isMissing = run === undefined;
  useEffect(() => {
    if (isMissing) beginRun(scenario.id);
  }, [isMissing, scenario]);
  return run ? <ScenarioRun scenario={scenario} run={run} next={page.next} /> : null;
}
