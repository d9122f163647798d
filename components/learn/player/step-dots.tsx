import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { recordOf, type ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import { furthest, isDone } from '#lib/learn/run/step-status.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { stepHref } from './use-step-address.ts';

export interface StepDotsProps {
  readonly scenario: Scenario;
  readonly run: ScenarioRun;
  readonly onGo: (step: number) => void;
}

/** All steps; those that may be gone to are links. */
export function StepDots({ scenario, run, onGo }: StepDotsProps) {
  const last = furthest(scenario, run);
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-wrap gap-1">
        {scenario.steps.map((step, i) => {
          const isHere = i === run.at;
          const done = isDone(step, recordOf(run, step.id)) && i <= last && i !== last;
          const name = `Step ${i + 1}: ${step.title}`;
          const look = clsx(
            'inline-flex size-7 items-center justify-center rounded-full border text-xs pointer-coarse:size-11',
            isHere ? 'border-ink bg-ink font-semibold text-page' : 'border-edge text-soft',
            i > last && 'border-line border-dashed text-faint',
          );
          return (
            <li key={step.id}>
              {i > last ? (
                <span className={look} title={`${name} (opens when the steps before it are done)`}>
                  <span aria-hidden="true">{i + 1}</span>
                  <span className="sr-only">{name}, not open yet</span>
                </span>
              ) : (
                <a
                  href={stepHref(i)}
                  aria-current={isHere ? 'step' : undefined}
                  data-tip={step.title}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    onGo(i);
                  }}
                  className={clsx(look, !isHere && 'hover:border-accent hover:bg-tint')}
                >
                  <span className="sr-only">
                    {name}
                    {done && !isHere ? ', done' : ''}
                  </span>
                  {done && !isHere ? (
                    <Check aria-hidden size={14} />
                  ) : (
                    <span aria-hidden="true">{i + 1}</span>
                  )}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
