import type { EngineState } from '../engine/engine-state.ts';

/** What the engines say of the learner's work, and what they said before it. */
export interface Looks {
  readonly now: EngineState;
  readonly start: EngineState;
}

/**
 * Something that is to hold at the end. It looks at what the engines say, never at the text, so that every right way
 * passes.
 */
export interface Check {
  readonly id: string;
  /** What is to hold, for the learner. */
  readonly says: string;
  readonly holds: (looks: Looks) => boolean;
}

/** A wrong turn that people take, told from what the engines say of it. */
export interface Slip {
  readonly id: string;
  readonly when: (looks: Looks) => boolean;
  readonly say: string;
}

export interface CheckResult {
  readonly id: string;
  readonly says: string;
  readonly holds: boolean;
}

/** All checks in order; where an engine could not look at the work, none holds. */
export function runChecks(checks: readonly Check[], looks: Looks): readonly CheckResult[] {
  const isBroken = looks.now.problems.length > 0;
  return checks.map(({ id, says, holds }) => ({ id, says, holds: !isBroken && holds(looks) }));
}

/** The first slip that shows; undefined for work that no engine could look at. */
export function slipIn(slips: readonly Slip[], looks: Looks): Slip | undefined {
  return looks.now.problems.length > 0 ? undefined : slips.find(({ when }) => when(looks));
}
