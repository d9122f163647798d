import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Status } from '#components/ui/status.tsx';
import { isDone } from '#lib/learn/run/step-status.ts';
import type { ObserveStep as Observe } from '#lib/learn/scenario/step.ts';
import { useAsked } from '../player/use-asked.ts';
import { learnClient } from '../worker/learn-client.ts';
import { Looking } from './looking.tsx';
import { Prose, Words } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { StepTool } from './step-tool.tsx';

/** One thing to point at in the tool, or to choose from a list. */
export function ObserveStep({ scenario, step, record, known, dispatch }: StepProps<Observe>) {
  const { answer, failure, again } = useAsked(`${scenario.id} ${step.id}`, () =>
    learnClient().remote.targets(scenario.id, step.id),
  );
  const [pointed, setPointed] = useState<string>();
  const targets = answer?.targets ?? [];
  const meant = answer?.meant ?? [];
  const done = isDone(step, record);
  const [early, setEarly] = useState<string>();
  const tell = (id: string) => {
    // Something else of the picture: no try is used up by it.
    if (targets.some((target) => target.id === id))
      dispatch({ kind: 'pointed', isMeant: meant.includes(id) });
  };
  const point = (id: string) => {
    setPointed(id);
    if (answer) tell(id);
    else setEarly(id);
  };
  // Pointed at before it was known what is meant.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer comes
  useEffect(() => {
    if (!answer || early === undefined) return;
    setEarly(undefined);
    tell(early);
  }, [answer]);
  const shown = done ? (meant[0] ?? pointed) : pointed;
  const labelOf = (id: string | undefined) => targets.find((target) => target.id === id)?.label;
  return (
    <StepLayout
      tool={<StepTool shows={step.shows} situations={scenario.situations} onPoint={point} pointed={shown} />}
    >
      <Prose text={step.prose} known={known} />
      <div>
        <p className="max-w-prose font-medium">
          <Words text={step.task} known={known} />
        </p>
        <Looking text={answer ? undefined : 'Looking …'} failure={failure} again={again} />
        <Status>
          {done ? (
            <span className="flex items-start gap-1.5 pt-3 text-base text-ink">
              <Check aria-hidden size={18} className="mt-0.5 shrink-0" />
              <span>
                {record.passed ? 'Yes' : 'It is this one'}: {labelOf(meant[0]) ?? 'that is it'}.
              </span>
            </span>
          ) : pointed === undefined || !answer ? (
            ''
          ) : (
            <span className="block pt-3 text-base text-ink">
              Not that one. <Words text={step.nudge} known={known} />
            </span>
          )}
        </Status>
      </div>
      {targets.length > 0 ? (
        <div className="grid gap-1">
          <p id={`${step.id}-list`} className="text-faint text-xs">
            Point at it in the picture, or choose it here:
          </p>
          <ul
            aria-labelledby={`${step.id}-list`}
            className="grid max-h-64 gap-0.5 overflow-y-auto rounded border border-line p-1"
          >
            {targets.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={shown === id}
                  onClick={() => point(id)}
                  className={clsx(
                    'wrap-anywhere min-h-8 w-full rounded px-2 py-1 text-left text-sm -outline-offset-2 pointer-coarse:min-h-11',
                    shown === id ? 'bg-ink font-medium text-page' : 'hover:bg-tint',
                  )}
                >
                  {label}
                  {done && meant.includes(id) ? (
                    <Check aria-label="meant" size={14} className="ml-1.5 inline" />
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </StepLayout>
  );
}
