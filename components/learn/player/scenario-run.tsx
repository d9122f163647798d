import { useCallback, useMemo } from 'react';
import { LinkInAddress } from '#components/share/link-in-address.tsx';
import { ShareHost } from '#components/share/share-host.tsx';
import { useDocumentTitle } from '#components/shell/use-document-title.ts';
import { useStore } from '#components/shell/use-store.ts';
import { exists } from '#lib/base/assert.ts';
import type { RunEvent } from '#lib/learn/run/run-event.ts';
import { type ScenarioRun as Run, recordOf } from '#lib/learn/run/scenario-run.ts';
import { furthest } from '#lib/learn/run/step-status.ts';
import type { Values } from '#lib/learn/scenario/figure.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { SharedState } from '#lib/share/kinds/kinds.ts';
import { anySeed, dispatch, isStorageRefused } from '../session/progress.ts';
import { Looking } from '../steps/looking.tsx';
import { useTakesFocus } from '../steps/use-takes-focus.ts';
import { FinishPanel } from './finish-panel.tsx';
import { openSharedStep } from './open-shared-step.ts';
import { ScenarioHeader } from './scenario-header.tsx';
import type { NextScenario } from './scenario-page.ts';
import { StepSection } from './step-section.tsx';
import { StoryPanel } from './story-panel.tsx';
import { useFigures } from './use-figures.ts';
import { useStepAddress } from './use-step-address.ts';

export interface ScenarioRunProps {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly next: NextScenario | undefined;
}

const NO_VALUES: Values = {};

/** A scenario that was begun, at the step where one is. */
export function ScenarioRun({ scenario, run, next }: ScenarioRunProps) {
  const { known: told, failure, again } = useFigures(scenario.id, run.seed);
  const refused = useStore(isStorageRefused, () => false);
  const values = told?.values ?? NO_VALUES;
  const known = useMemo(() => ({ figures: scenario.figures, values }), [scenario, values]);
  const send = useCallback((event: RunEvent) => dispatch(scenario, event), [scenario]);
  const goTo = (wanted: number) => {
    const step = Math.max(0, Math.min(wanted, furthest(scenario, run)));
    send({ kind: 'went-to', step });
    return step;
  };
  const restart = () => send({ kind: 'restarted', seed: anySeed(), now: Date.now() });
  const take = useCallback((state: SharedState) => openSharedStep(scenario, state), [scenario]);
  const step = exists(scenario.steps[run.at], `step ${run.at} of ${scenario.id}`);
  useStepAddress(run.at, goTo);
  useDocumentTitle(step.title, scenario.title);
  const isFinished = run.finishedAt !== null && run.at === scenario.steps.length - 1;
  const finished = useTakesFocus<HTMLHeadingElement>(isFinished);
  return (
    <>
      <div>
        <ScenarioHeader scenario={scenario} run={run} onGo={goTo} onRestart={restart} />
        <Looking text={waitingFor(told)} failure={failure} again={again} />
      </div>
      <LinkInAddress kind="scenario" take={take} />
      {refused ? (
        <p role="status" className="text-soft text-sm">
          This browser keeps nothing for this page: what you do here holds until the tab is closed.
        </p>
      ) : null}
      {told?.problems.map((problem) => (
        <p key={problem} className="wrap-anywhere text-alert text-sm">
          {problem}
        </p>
      ))}
      <StoryPanel story={scenario.story} known={known} folded={run.at > 0} />
      <StepSection
        key={`${run.seed} ${run.startedAt}`}
        scenario={scenario}
        run={run}
        step={step}
        record={recordOf(run, step.id)}
        known={known}
        variant={told?.variant ?? NO_VALUES}
        dispatch={send}
        onGo={goTo}
      />
      {isFinished ? (
        <FinishPanel scenario={scenario} known={known} next={next} onAgain={restart} heading={finished} />
      ) : null}
      <ShareHost />
    </>
  );
}

function waitingFor(told: { readonly waiting: readonly string[] } | undefined): string | undefined {
  if (!told) return 'Asking the engines for the numbers …';
  if (told.waiting.length === 0) return undefined;
  return 'Reading the log of a real run for the measured numbers …';
}
