import { exists, unreachable } from '#lib/base/assert.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step } from '../scenario/step.ts';
import type { RunEvent } from './run-event.ts';
import { EMPTY_RECORD, newRun, recordOf, type ScenarioRun, type StepRecord } from './scenario-run.ts';
import { furthest, isDone } from './step-status.ts';

/** What a run is after an event; the same run where the event does not fit the step. */
export function nextRun(scenario: Scenario, run: ScenarioRun, event: RunEvent): ScenarioRun {
  const step = exists(scenario.steps[run.at], `step ${run.at} of ${scenario.id}`);
  switch (event.kind) {
    case 'continued':
      return continued(scenario, run, step, event.now);
    case 'went-to':
      return event.step >= 0 && event.step <= furthest(scenario, run) ? { ...run, at: event.step } : run;
    case 'restarted':
      return newRun(scenario.id, event.seed, event.now);
    case 'step-restarted':
      // A committed answer stands, or looking would be for nothing.
      return 'question' in step || step.kind === 'transfer' ? run : withRecord(run, step, EMPTY_RECORD);
    default: {
      const before = recordOf(run, step.id);
      const after = recorded(step, before, event);
      return after === before ? run : withRecord(run, step, after);
    }
  }
}

type StepEvent = Exclude<RunEvent, { kind: 'continued' | 'went-to' | 'restarted' | 'step-restarted' }>;

function recorded(step: Step, record: StepRecord, event: StepEvent): StepRecord {
  switch (event.kind) {
    case 'pointed':
      if (step.kind !== 'observe' || isDone(step, record)) return record;
      return event.isMeant ? { ...record, passed: true } : { ...record, failed: record.failed + 1 };
    case 'committed':
      if (step.kind !== 'predict' && step.kind !== 'transfer') return record;
      return record.answer === undefined ? { ...record, answer: event.answer } : record;
    case 'edited':
      return step.kind === 'act' ? { ...record, work: event.work } : record;
    case 'checked':
      if (step.kind !== 'act') return record;
      return event.allHold ? { ...record, passed: true } : { ...record, failed: record.failed + 1 };
    case 'hint':
      return step.kind === 'act' && record.hints < step.hints.length
        ? { ...record, hints: record.hints + 1 }
        : record;
    case 'worked':
      return step.kind === 'act' ? { ...record, worked: event.taken ? 'taken' : 'dismissed' } : record;
    case 'reflected':
      return step.kind === 'reflect' ? { ...record, text: event.text } : record;
    default:
      return unreachable(event);
  }
}

function continued(scenario: Scenario, run: ScenarioRun, step: Step, now: number): ScenarioRun {
  if (!isDone(step, recordOf(run, step.id))) return run;
  const isLast = run.at === scenario.steps.length - 1;
  if (!isLast) return { ...run, at: run.at + 1 };
  return run.finishedAt === null ? { ...run, finishedAt: now } : run;
}

function withRecord(run: ScenarioRun, step: Step, record: StepRecord): ScenarioRun {
  return { ...run, steps: { ...run.steps, [step.id]: record } };
}
