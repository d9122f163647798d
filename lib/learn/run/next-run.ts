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
    case 'joined-at':
      return joined(scenario, run, event.step, event.seed);
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

type StepEvent = Exclude<
  RunEvent,
  { kind: 'continued' | 'went-to' | 'joined-at' | 'restarted' | 'step-restarted' }
>;

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
    case 'drafted':
      return step.kind === 'reflect' ? { ...record, draft: event.text } : record;
    case 'reflected': {
      const { draft: _draft, ...rest } = record;
      return step.kind === 'reflect' ? { ...rest, text: event.text } : record;
    }
    default:
      return unreachable(event);
  }
}

function continued(scenario: Scenario, run: ScenarioRun, step: Step, now: number): ScenarioRun {
  if (!isDone(step, recordOf(run, step.id))) return run;
  const isLast = run.at === scenario.steps.length - 1;
  if (!isLast) return { ...run, at: run.at + 1 };
  // Who came by a link has steps before it that are still to be done.
  const open = scenario.steps.findIndex((each) => !isDone(each, recordOf(run, each.id)));
  if (open >= 0) return { ...run, at: open };
  return run.finishedAt === null ? { ...run, finishedAt: now } : run;
}

function joined(scenario: Scenario, run: ScenarioRun, step: number, given: number): ScenarioRun {
  const seed = given | 0;
  if (scenario.steps[step] === undefined) return run;
  return {
    ...run,
    ...{ seed, at: step },
    ...(step > furthest(scenario, run) ? { joinedAt: step } : {}),
    ...(seed === run.seed ? {} : { steps: withoutVariant(scenario, run) }),
  };
}

/** An answer about other numbers says nothing. */
function withoutVariant({ steps }: Scenario, run: ScenarioRun): ScenarioRun['steps'] {
  const varied = new Set(steps.flatMap(({ kind, id }) => (kind === 'transfer' ? [id] : [])));
  return Object.fromEntries(Object.entries(run.steps).filter(([id]) => !varied.has(id)));
}

function withRecord(run: ScenarioRun, step: Step, record: StepRecord): ScenarioRun {
  return { ...run, steps: { ...run.steps, [step.id]: record } };
}
