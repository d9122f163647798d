import { useEffect, useId, useMemo, useRef } from 'react';
import { ExplainButton } from '#components/explain/explain-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { packOfStep } from '#lib/explain/pack-of-step.ts';
import { isDone } from '#lib/learn/run/step-status.ts';
import { StepBody } from '../steps/step-body.tsx';
import type { StepProps } from '../steps/step-props.ts';
import { stepFacts } from './step-facts.ts';
import { STEP_KINDS } from './step-kind.ts';

export interface StepSectionProps extends StepProps {
  readonly onGo: (step: number) => void;
}

/** One step: its heading, what is done in it, and the way on. */
export function StepSection({ onGo, ...props }: StepSectionProps) {
  const { scenario, run, step, record, known, variant, dispatch } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step.id);
  useEffect(() => {
    if (shown.current === step.id) return;
    shown.current = step.id;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step.id]);
  const facts = useMemo(
    () => stepFacts(scenario, run.seed, step, record, known.values, variant),
    [scenario, run.seed, step, record, known.values, variant],
  );
  const { word, todo } = STEP_KINDS[step.kind];
  const isLast = run.at === scenario.steps.length - 1;
  const goOn = () => dispatch({ kind: 'continued', now: Date.now() });
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 **:scroll-mb-20">
      <h2 ref={heading} id={id} tabIndex={-1} className="scroll-mt-16 font-semibold text-lg outline-none">
        <span className="text-soft">{word}: </span>
        {step.title}
      </h2>
      <StepBody key={step.id} {...props} />
      {facts && facts.figures.length > 0 ? (
        <ExplainButton of={facts} makePack={() => packOfStep(facts)} />
      ) : null}
      {/* Always in view: a tool may be longer than the window. */}
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-line border-t bg-page py-3">
        {run.at > 0 ? <Button onClick={() => onGo(run.at - 1)}>Back</Button> : null}
        {isLast && run.finishedAt !== null ? null : (
          <Button kind="primary" onClick={goOn} unavailable={isDone(step, record) ? undefined : todo}>
            {isLast ? 'Finish' : 'Continue'}
          </Button>
        )}
        {isDone(step, record) ? null : (
          <span aria-hidden="true" className="text-faint text-xs max-sm:hidden">
            {todo}
          </span>
        )}
      </div>
    </section>
  );
}
