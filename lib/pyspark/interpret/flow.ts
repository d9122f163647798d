import type { Value } from '../values/value.ts';

/** How a block ended other than by its end. */
export type Flow =
  | undefined
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' };

/** A `raise` (or sys.exit) that certainly happens; unknown conditions catch it and go the other way. */
export class Raised extends Error {
  readonly value: Value;

  constructor(value: Value) {
    super('raise');
    this.value = value;
  }
}
