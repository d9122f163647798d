import { isRevealed } from '#lib/learn/run/step-status.ts';
import type { PredictStep as Predict } from '#lib/learn/scenario/step.ts';
import { AskedQuestion } from './asked-question.tsx';
import { Prose } from './prose.tsx';
import { StepLayout } from './step-layout.tsx';
import type { StepProps } from './step-props.ts';
import { StepTool } from './step-tool.tsx';

/** A committed answer before anything is shown. */
export function PredictStep(props: StepProps<Predict>) {
  const { scenario, step, record, known } = props;
  return (
    <StepLayout
      tool={
        <StepTool shows={step.shows} situations={scenario.situations} isOpen={!isRevealed(step, record)} />
      }
    >
      <Prose text={step.prose} known={known} />
      <AskedQuestion {...props} question={step.question} reveal={step.reveal} />
    </StepLayout>
  );
}
