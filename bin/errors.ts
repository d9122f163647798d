import { UserError } from '#lib/base/assert.ts';

/** The command line was used wrongly: exit status 2. */
export class UsageError extends UserError {
  override name = 'UsageError';
}

/** A file could not be read as what it should be: exit status 3. */
export class UnreadableInput extends UserError {
  override name = 'UnreadableInput';
}
