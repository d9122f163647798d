import { Share2 } from 'lucide-react';
import { share } from '#components/share/share-request.ts';
import { Button } from '#components/ui/button.tsx';
import { recordOf, type ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { NOTHING_KNOWN } from '#lib/share/redaction/redactor.ts';
import { RestartButton } from './restart-button.tsx';
import { StepDots } from './step-dots.tsx';

export interface ScenarioHeaderProps {
  readonly scenario: Scenario;
  readonly run: ScenarioRun;
  readonly onGo: (step: number) => void;
  readonly onRestart: () => void;
}

/** Where one is, how long it takes, how much help was used. */
export function ScenarioHeader({ scenario, run, onGo, onRestart }: ScenarioHeaderProps) {
  const { id, title, minutes, steps } = scenario;
  const step = steps[run.at]!;
  const { hints } = recordOf(run, step.id);
  return (
    <header className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="font-semibold text-xl">{title}</h1>
        <p className="text-soft text-sm">
          Step {run.at + 1} of {steps.length} · {minutes} minutes
          {step.kind === 'act' ? ` · hints ${hints}/${step.hints.length}` : ''}
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <StepDots scenario={scenario} run={run} onGo={onGo} />
        <div className="flex flex-wrap gap-1">
          <Button
            kind="quiet"
            fit="tight"
            onClick={() =>
              share({
                what: 'this step',
                state: { kind: 'scenario', id, step: run.at, seed: run.seed },
                known: NOTHING_KNOWN,
              })
            }
          >
            <Share2 aria-hidden size={14} />
            Share this step
          </Button>
          <RestartButton onRestart={onRestart} />
        </div>
      </div>
    </header>
  );
}
