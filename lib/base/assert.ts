/**
 * Two kinds of failure live apart: a broken assumption of ours stops with `InvariantError` (a defect to fix);
 * a file or text of the user that we cannot use becomes a value or a `UserError` with facts for a kind message.
 */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Narrows away `undefined`/`null` where the surrounding code has already made sure of it. */
export function exists<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new InvariantError(`missing: ${what}`);
  return value;
}

/** The default branch of a switch over a union: a new member that nobody handles fails to compile. */
export function unreachable(value: never): never {
  throw new InvariantError(`unhandled case: ${String(value)}`);
}

/** What went wrong with something the user gave us, in words for people, with what would work instead. */
export class UserError extends Error {
  override name = 'UserError';
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
