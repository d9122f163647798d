import { useMemo } from 'react';
import { isRevealed } from '#lib/learn/run/step-status.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import type { TransferStep as Transfer } from '#lib/learn/scenario/step.ts';
import { AskedQuestion } from './asked-question.tsx';
import { Prose } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { StepTool } from './step-tool.tsx';

/** The same thought about something else, with the numbers of the run's seed. */
export function TransferStep(props: StepProps<Transfer>) {
  const { run, step, record, known, variant: values } = props;
  const variant = useMemo(() => step.vary(seededRandom(run.seed)), [step, run.seed]);
  const situations = useMemo(() => ({ variant: variant.workspace }), [variant]);
  const own = { figures: variant.figures, values };
  return (
    <StepLayout
      tool={<StepTool shows={variant.shows} situations={situations} isOpen={!isRevealed(step, record)} />}
    >
      <Prose text={step.prose} known={known} />
      <Prose text={variant.story} known={own} />
      <AskedQuestion {...props} known={own} question={variant.question} reveal={variant.reveal} />
    </StepLayout>
  );
}
