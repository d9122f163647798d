import { unreachable } from '#lib/base/assert.ts';
import { ActStep } from './act-step.tsx';
import { ObserveStep } from './observe-step.tsx';
import { PredictStep } from './predict-step.tsx';
import { RecallStep } from './recall-step.tsx';
import { ReflectStep } from './reflect-step.tsx';
import type { StepProps } from './step-props.ts';
import { TransferStep } from './transfer-step.tsx';
import { VerifyStep } from './verify-step.tsx';

/** A step of whatever kind. */
export function StepBody({ step, ...rest }: StepProps) {
  switch (step.kind) {
    case 'observe':
      return <ObserveStep {...rest} step={step} />;
    case 'predict':
      return <PredictStep {...rest} step={step} />;
    case 'act':
      return <ActStep {...rest} step={step} />;
    case 'verify':
      return <VerifyStep {...rest} step={step} />;
    case 'reflect':
      return <ReflectStep {...rest} step={step} />;
    case 'transfer':
      return <TransferStep {...rest} step={step} />;
    case 'recall':
      return <RecallStep {...rest} step={step} />;
    default:
      return unreachable(step);
  }
}
