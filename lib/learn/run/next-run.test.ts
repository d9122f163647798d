import { describe, expect, it } from 'vitest';
import { SHORT_SCENARIO } from '../testing.ts';
import { nextRun } from './next-run.ts';
import type { RunEvent } from './run-event.ts';
import { newRun, recordOf, type ScenarioRun } from './scenario-run.ts';
import { isAssisted, isRevealed, isWorkedOffered } from './step-status.ts';

const START = newRun(SHORT_SCENARIO.id, 1, 0);
const runAfter = (...events: readonly RunEvent[]): ScenarioRun =>
  events.reduce((run, event) => nextRun(SHORT_SCENARIO, run, event), START);
const on: RunEvent = { kind: 'continued', now: 5 };
const commit = (value: number): RunEvent => ({
  kind: 'committed',
  answer: { answer: { kind: 'number', value }, confidence: 3, why: '', outcome: 'off' },
});
const check = (allHold: boolean): RunEvent => ({ kind: 'checked', allHold });
/** To the act step: observe, predict, act, verify, reflect, transfer, recall. */
const toAct: readonly RunEvent[] = [{ kind: 'pointed', isMeant: true }, on, commit(10), on];
const kindAt = ({ at }: ScenarioRun) => SHORT_SCENARIO.steps[at]?.kind;
const recordAt = (run: ScenarioRun) => recordOf(run, SHORT_SCENARIO.steps[run.at]!.id);

describe('a run of a scenario', () => {
  it('goes from step to step, each when it is done', () => {
    const rest = [check(true), on, on, { kind: 'reflected', text: '' } as const, on, commit(2), on];
    expect(kindAt(runAfter(...toAct))).toBe('act');
    const last = runAfter(...toAct, ...rest);
    expect(kindAt(last)).toBe('recall');
    expect(last.finishedAt).toBeNull();
    expect(nextRun(SHORT_SCENARIO, last, on).finishedAt).toBe(5);
  });

  it('waits for a committed answer before anything is revealed', () => {
    const asked = runAfter({ kind: 'pointed', isMeant: true }, on);
    const step = SHORT_SCENARIO.steps[1]!;
    expect(nextRun(SHORT_SCENARIO, asked, on)).toBe(asked);
    expect(isRevealed(step, recordAt(asked))).toBe(false);
    expect(isRevealed(step, recordAt(nextRun(SHORT_SCENARIO, asked, commit(1))))).toBe(true);
  });

  it('keeps the answer that was committed first, even when the step is restarted', () => {
    const answered = runAfter({ kind: 'pointed', isMeant: true }, on, commit(1));
    const again = [commit(2), { kind: 'step-restarted' } as const].reduce(
      (run, event) => nextRun(SHORT_SCENARIO, run, event),
      answered,
    );
    expect(recordAt(again).answer?.answer).toEqual({ kind: 'number', value: 1 });
  });

  it('shows the place after three wrong ones', () => {
    const wrong: RunEvent = { kind: 'pointed', isMeant: false };
    expect(runAfter(wrong, wrong, on).at).toBe(0);
    expect(runAfter(wrong, wrong, wrong, on).at).toBe(1);
  });

  it('offers the next step, done in place, after two checks that did not hold, and once', () => {
    const step = SHORT_SCENARIO.steps[2]!;
    const offered = (...events: readonly RunEvent[]) =>
      isWorkedOffered(step, recordAt(runAfter(...toAct, ...events)));
    expect(offered(check(false))).toBe(false);
    expect(offered(check(false), check(false))).toBe(true);
    expect(offered(check(false), check(false), { kind: 'worked', taken: false })).toBe(false);
    expect(offered(check(false), check(false), check(true))).toBe(false);
  });

  it('has three rungs of hints, and offers the worked step at their end', () => {
    const hint: RunEvent = { kind: 'hint' };
    const climbed = runAfter(...toAct, hint, hint, hint, hint);
    expect(recordAt(climbed).hints).toBe(3);
    expect(isWorkedOffered(SHORT_SCENARIO.steps[2]!, recordAt(climbed))).toBe(true);
    expect(isAssisted(recordAt(climbed))).toBe(true);
    expect(isAssisted(recordAt(runAfter(...toAct)))).toBe(false);
  });

  it('lets an act step start over, its work and its help forgotten', () => {
    const work: RunEvent = { kind: 'edited', work: { knobs: { shufflePartitions: 8 } } };
    expect(recordAt(runAfter(...toAct, work)).work).toEqual({ knobs: { shufflePartitions: 8 } });
    expect(recordAt(runAfter(...toAct, work, check(false), { kind: 'step-restarted' }))).toEqual({
      failed: 0,
      hints: 0,
    });
  });

  it('goes back to any step and forward no further than it was', () => {
    expect(runAfter(...toAct, { kind: 'went-to', step: 0 }).at).toBe(0);
    expect(runAfter(...toAct, { kind: 'went-to', step: 0 }, { kind: 'went-to', step: 2 }).at).toBe(2);
    expect(runAfter(...toAct, { kind: 'went-to', step: 4 }).at).toBe(2);
    expect(runAfter({ kind: 'went-to', step: -1 }).at).toBe(0);
  });

  it('keeps a sentence that is not finished, and reveals nothing for it', () => {
    const drafting = runAfter(...toAct, check(true), on, on, { kind: 'drafted', text: 'Because' });
    const step = SHORT_SCENARIO.steps[4]!;
    expect(recordAt(drafting).draft).toBe('Because');
    expect(isRevealed(step, recordAt(drafting))).toBe(false);
    const kept = nextRun(SHORT_SCENARIO, drafting, { kind: 'reflected', text: 'Because of it.' });
    expect(recordAt(kept)).toEqual({ failed: 0, hints: 0, text: 'Because of it.' });
  });

  it('opens a shared step with the variant that was shared, and all steps before it', () => {
    const joined = runAfter({ kind: 'joined-at', step: 5, seed: 8 });
    expect(joined).toMatchObject({ at: 5, seed: 8, steps: {} });
    expect(nextRun(SHORT_SCENARIO, joined, { kind: 'went-to', step: 2 }).at).toBe(2);
    expect(nextRun(SHORT_SCENARIO, joined, { kind: 'went-to', step: 6 }).at).toBe(5);
    expect(runAfter({ kind: 'joined-at', step: 99, seed: 8 })).toEqual(START);
  });

  it('goes from the end of a shared step back to what was passed over, and finishes when all is done', () => {
    const joined = runAfter({ kind: 'joined-at', step: 5, seed: 1 }, commit(2), on, on);
    expect(kindAt(joined)).toBe('observe');
    expect(joined.finishedAt).toBeNull();
    const rest = [...toAct, check(true), { kind: 'went-to', step: 4 } as const];
    const events: readonly RunEvent[] = [...rest, { kind: 'reflected', text: '' }, on, on, on];
    expect(events.reduce((run, event) => nextRun(SHORT_SCENARIO, run, event), joined).finishedAt).toBe(5);
  });

  it('keeps what was done when a step is shared, other than the answer about another variant', () => {
    const done = runAfter(...toAct, { kind: 'joined-at', step: 5, seed: 1 }, commit(2));
    expect(nextRun(SHORT_SCENARIO, done, { kind: 'joined-at', step: 0, seed: 1 }).steps).toBe(done.steps);
    const other = nextRun(SHORT_SCENARIO, done, { kind: 'joined-at', step: 5, seed: 4 });
    expect(Object.keys(other.steps)).toEqual(['look', 'guess']);
  });

  it('takes no notice of what does not fit the step', () => {
    expect(runAfter(check(true), commit(3), { kind: 'hint' }, { kind: 'reflected', text: 'x' })).toEqual(
      START,
    );
  });

  it('starts over with another variant', () => {
    const again = runAfter(...toAct, { kind: 'restarted', seed: 9, now: 7 });
    expect(again).toEqual(newRun(SHORT_SCENARIO.id, 9, 7));
  });
});
