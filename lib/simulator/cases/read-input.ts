import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';

/** Sizes are sums of file lengths or blocks; beyond 2^53 a double no longer counts single bytes. */
export const MAX_BYTES = Number.MAX_SAFE_INTEGER;
/** Spark itself allows 2^31 - 1 partitions, but no driver survives them; the answer lists every partition. */
export const MAX_PARTITIONS = 1_000_000;
/** Rows that are looked at one by one. */
export const MAX_ROWS = 10_000_000;
/** Entries of a list: files, blocks, row groups. */
export const MAX_ENTRIES = 2_000_000;
const MAX_TEXT = 1_000_000;

/**
 * A place in JSON that somebody sent. Reading it as what it must be either gives that or stops with a `UserError`
 * that names the place and the allowed range.
 */
export class CaseInput {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  /** A field that must be there; it may be null. */
  field(name: string): CaseInput {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    const object = this.object();
    if (!Object.hasOwn(object, name)) throw new UserError(`"${path}" is missing`);
    return new CaseInput(object[name], path);
  }

  /** A field that may be absent or null: then undefined. */
  optional(name: string): CaseInput | undefined {
    const value = Object.hasOwn(this.object(), name) ? this.field(name) : undefined;
    return value?.value === null || value?.value === undefined ? undefined : value;
  }

  integer(min: number, max: number): number {
    return Number.isInteger(this.value) ? this.number(min, max) : this.refuse(wholeNumber(min, max));
  }

  number(min: number, max: number): number {
    const { value } = this;
    if (typeof value === 'number' && value >= min && value <= max) return value;
    return this.refuse(Number.isInteger(min) ? wholeNumber(min, max) : `a number from ${min} to ${max}`);
  }

  /** A whole number as JSON number or, beyond 2^53, as text. */
  bigint(min: bigint, max: bigint): bigint {
    const { value } = this;
    const isWhole = typeof value === 'string' ? /^-?\d{1,400}$/.test(value) : Number.isSafeInteger(value);
    const whole = isWhole ? BigInt(value as string | number) : undefined;
    if (whole !== undefined && whole >= min && whole <= max) return whole;
    return this.refuse(`a whole number from ${min} to ${max}`);
  }

  text(maxLength = MAX_TEXT): string {
    const { value } = this;
    if (typeof value === 'string' && value.length <= maxLength) return value;
    return this.refuse(`text of at most ${formatCount(maxLength)} characters`);
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('true or false');
  }

  oneOf<T extends string>(names: readonly T[]): T {
    return names.find((name) => name === this.value) ?? this.refuse(`one of ${names.join(', ')}`);
  }

  list<T>(read: (entry: CaseInput) => T, maxLength = MAX_ENTRIES): readonly T[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length > maxLength)
      return this.refuse(`a list of at most ${formatCount(maxLength)} entries`);
    return value.map((entry, i) => read(new CaseInput(entry, `${this.path}[${i}]`)));
  }

  /** The fields of an object whose names are data, in the order they were written. */
  entries<T>(read: (entry: CaseInput) => T): readonly (readonly [name: string, value: T])[] {
    return Object.keys(this.object()).map((name) => [name, read(this.field(name))] as const);
  }

  /** Stops: the value is not what it must be. For rules that no reader here has. */
  refuse(wanted: string): never {
    throw new UserError(`"${this.path}" must be ${wanted}, not ${shown(this.value)}`);
  }

  private object(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = this.path === '' ? 'The input' : `"${this.path}"`;
      throw new UserError(`${what} must be an object, not ${shown(value)}`);
    }
    return value as Readonly<Record<string, unknown>>;
  }
}

function wholeNumber(min: number, max: number): string {
  return `a whole number from ${formatCount(min)} to ${formatCount(max)}`;
}

/** Short enough for a message, whatever was sent. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
