import type { StepRecord } from '#lib/learn/run/scenario-run.ts';
import { FAILED_BEFORE_WORKED } from '#lib/learn/run/step-status.ts';
import type { ActStep } from '#lib/learn/scenario/step.ts';

/** Nobody stays stuck: a whole solution, after the worked step and so many further checks. */
const FAILED_BEFORE_SOLUTION = FAILED_BEFORE_WORKED * 2;

/**
 * Help beyond the offer of the worked step: asked for again after it was declined, once the hints are used up; and in the end
 * one solution.
 */
export function helpOf(
  { hints }: Pick<ActStep, 'hints'>,
  record: StepRecord,
): 'worked-again' | 'solution' | undefined {
  if (record.passed) return undefined;
  if (record.worked === 'dismissed' && record.hints === hints.length) return 'worked-again';
  return record.worked === 'taken' && record.failed >= FAILED_BEFORE_SOLUTION ? 'solution' : undefined;
}
