import type { Expr, Stmt } from '../syntax/ast.ts';
import type { Scope, Value } from '../values/value.ts';
import { type Flow, Raised } from './flow.ts';
import type { Outcome } from './journal.ts';
import { merge } from './merge.ts';
import type { Run } from './run.ts';

interface Taken {
  readonly outcomes: readonly Outcome[];
  readonly flow: Flow;
  /** Ended by return, raise, break or continue: what follows does not see its names. */
  readonly left: boolean;
}

/**
 * A condition that is not known: both branches are gone through, each from the state before, and what they do to Spark
 * is written down under the condition. A branch that leaves (return, raise) leaves the rest to the other one; otherwise
 * the names that differ are merged.
 */
export function eitherBranch(
  run: Run,
  test: Expr,
  body: readonly Stmt[],
  orElse: readonly Stmt[],
  scope: Scope,
): Flow {
  const condition = conditionText(run, test, scope);
  const first = attempt(run, condition, body, scope);
  const second = attempt(run, `not (${condition})`, orElse, scope);
  if (first.left && second.left) {
    run.journal.apply(first.outcomes);
    return first.flow?.kind === 'return' && second.flow?.kind === 'return'
      ? { kind: 'return', value: merge(first.flow.value, second.flow.value)! }
      : (first.flow ?? second.flow);
  }
  keepReturn(run, first);
  keepReturn(run, second);
  if (first.left) run.journal.apply(second.outcomes);
  else if (second.left) run.journal.apply(first.outcomes);
  else applyMerged(run, first.outcomes, second.outcomes);
  if (first.outcomes.length + second.outcomes.length > 0) {
    run.note(
      scope.file,
      test,
      `condition that depends on the run: ${condition}`,
      'both ways are shown; names that differ go on as after the first',
    );
  }
  return undefined;
}

function attempt(run: Run, condition: string, body: readonly Stmt[], scope: Scope): Taken {
  let flow: Flow;
  let raised = false;
  run.conditions.push(condition);
  try {
    const outcomes = run.journal.attempt(() => {
      try {
        flow = run.execute(body, scope);
      } catch (error) {
        if (!(error instanceof Raised)) throw error;
        raised = true;
      }
    });
    return { outcomes, flow, left: raised || flow !== undefined };
  } finally {
    run.conditions.pop();
  }
}

/** A `return` that may happen counts if the function ends without a better one. */
function keepReturn(run: Run, taken: Taken): void {
  if (taken.flow?.kind === 'return') run.frames.at(-1)?.maybe.push(taken.flow.value);
}

function applyMerged(run: Run, first: readonly Outcome[], second: readonly Outcome[]): void {
  const inFirst = new Map<Map<string, unknown>, Map<string, Outcome>>();
  for (const outcome of first) {
    const keys = inFirst.get(outcome.holder) ?? new Map<string, Outcome>();
    inFirst.set(outcome.holder, keys.set(outcome.key, outcome));
  }
  run.journal.apply(second.filter((outcome) => !inFirst.get(outcome.holder)?.has(outcome.key)));
  for (const outcome of first) {
    const other = second.find((each) => each.holder === outcome.holder && each.key === outcome.key);
    const before = outcome.holder.get(outcome.key);
    const value = mergeStored(outcome.value, other ? other.value : before);
    if (value === undefined) run.journal.delete(outcome.holder, outcome.key);
    else run.journal.set(outcome.holder, outcome.key, value);
  }
}

/** Scopes and instances hold values, dicts hold pairs of them. */
function mergeStored(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) || Array.isArray(second)) return first ?? second;
  return merge(first as Value | undefined, second as Value | undefined);
}

export function conditionText(run: Run, test: Expr, scope: Scope): string {
  return run.files.get(scope.file)?.text.slice(test.from, test.to).replace(/\s+/g, ' ').slice(0, 80) ?? '';
}
