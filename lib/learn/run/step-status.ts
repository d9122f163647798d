import { unreachable } from '#lib/base/assert.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step } from '../scenario/step.ts';
import { recordOf, type ScenarioRun, type StepRecord } from './scenario-run.ts';

/** After so many checks that did not hold the next step is offered, done in place. */
export const FAILED_BEFORE_WORKED = 2;
/** After so many wrong places the right one is shown. */
export const POINTED_BEFORE_SHOWN = 3;

/** Whether the next step may be gone to. */
export function isDone(step: Step, record: StepRecord): boolean {
  switch (step.kind) {
    case 'observe':
      return record.passed === true || record.failed >= POINTED_BEFORE_SHOWN;
    case 'act':
      return record.passed === true;
    case 'predict':
    case 'transfer':
      return record.answer !== undefined;
    case 'reflect':
      return record.text !== undefined;
    case 'verify':
    case 'recall':
      return true;
    default:
      return unreachable(step);
  }
}

/** Whether what the engines say may be shown: never before the answer is committed. */
export function isRevealed(step: Step, record: StepRecord): boolean {
  return step.kind === 'reflect' ? record.text !== undefined : isDone(step, record);
}

/** Whether the next step, done in place, is offered. It can be dismissed, and asked for again through the hints. */
export function isWorkedOffered(step: Step, record: StepRecord): boolean {
  return (
    step.kind === 'act' &&
    record.passed === undefined &&
    record.worked === undefined &&
    (record.failed >= FAILED_BEFORE_WORKED || record.hints === step.hints.length)
  );
}

/** Help was used. It costs nothing; progress counts such a step as practised all the same. */
export function isAssisted(record: StepRecord): boolean {
  return record.hints > 0 || record.worked === 'taken';
}

/** How far somebody may jump: to the first step that is not done, and back. A shared link opens what lies before its step. */
export function furthest(scenario: Scenario, run: ScenarioRun): number {
  const open = scenario.steps.findIndex(
    (step, i) => i >= (run.joinedAt ?? 0) && !isDone(step, recordOf(run, step.id)),
  );
  return open < 0 ? scenario.steps.length - 1 : open;
}
