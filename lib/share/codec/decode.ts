/**
 * Reading values whose shape nobody vouches for. A decoder gives the value or throws a `ShapeError` that names the
 * place; a list leaves out items that do not fit and tells so, so that one bad part does not cost the rest.
 */
export class ShapeError extends Error {
  override name = 'ShapeError';
}

export interface Place {
  /** "state.insights.3". */
  readonly path: string;
  /** Places whose value was left out. */
  readonly lost: string[];
  /** The end was cut off: a list that is missing was behind the cut. */
  readonly isCut?: boolean;
}

export type Decoder<T> = (value: unknown, at: Place) => T;

export function text(maxChars = 4_000): Decoder<string> {
  return (value, at) =>
    typeof value === 'string' && value.length <= maxChars
      ? value
      : fail(at, `a text of up to ${maxChars} characters`);
}

export const number: Decoder<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail(at, 'a number');

/** A number of things or bytes. */
export const count: Decoder<number> = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : fail(at, 'a whole number from 0 on');

export const flag: Decoder<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : fail(at, 'true or false');

export function oneOf<const T extends string>(values: readonly T[]): Decoder<T> {
  return (value, at) => values.find((each) => each === value) ?? fail(at, `one of ${values.join(', ')}`);
}

/** Null stays, and a missing value becomes null. */
export function maybe<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, at) => (value === null || value === undefined ? null : decoder(value, at));
}

/** The first decoder that fits. */
export function either<A, B>(first: Decoder<A>, second: Decoder<B>): Decoder<A | B> {
  return (value, at) => {
    try {
      return first(value, at);
    } catch {
      return second(value, at);
    }
  };
}

export function list<T>(item: Decoder<T>, maxItems = 200): Decoder<readonly T[]> {
  return (value, at) => {
    if (value === undefined && at.isCut) return missing(at, []);
    if (!Array.isArray(value)) return fail(at, 'a list');
    if (value.length > maxItems) at.lost.push(`${at.path}.${maxItems} and later`);
    return value.slice(0, maxItems).flatMap((each, index) => keep(item, each, inside(at, String(index))));
  };
}

/** Values by names that the sender chose. */
export function table<T>(item: Decoder<T>, maxItems = 200): Decoder<Readonly<Record<string, T>>> {
  return (value, at) => {
    if (value === undefined && at.isCut) return missing(at, {});
    const entries = Object.entries(plainObject(value, at));
    if (entries.length > maxItems) at.lost.push(`${at.path}, beyond ${maxItems} entries`);
    const kept = entries
      .slice(0, maxItems)
      // Assigning to this name would change the object's prototype instead.
      .filter(([name]) => name.length <= 300 && name !== '__proto__')
      .flatMap(([name, each]) =>
        keep(item, each, inside(at, name)).map((decoded): [string, T] => [name, decoded]),
      );
    return Object.fromEntries(kept);
  };
}

/** Named fields; names that nobody asks for are left out. */
export function shape<T extends object>(fields: { readonly [K in keyof T]: Decoder<T[K]> }): Decoder<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, at) => {
    const given = plainObject(value, at);
    const decoded = names.map((name) => [
      name,
      fields[name](Object.hasOwn(given, name) ? given[name] : undefined, inside(at, name)),
    ]);
    return Object.fromEntries(decoded) as T;
  };
}

function keep<T>(decoder: Decoder<T>, value: unknown, at: Place): readonly T[] {
  try {
    return [decoder(value, at)];
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    at.lost.push(error.message);
    return [];
  }
}

function inside(at: Place, name: string): Place {
  return { ...at, path: at.path === '' ? name : `${at.path}.${name}` };
}

function missing<T>({ path, lost }: Place, empty: T): T {
  lost.push(`${path} is missing`);
  return empty;
}

function plainObject(value: unknown, at: Place): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : fail(at, 'an object');
}

function fail({ path }: Place, wanted: string): never {
  throw new ShapeError(`${path === '' ? 'the content' : path} is not ${wanted}`);
}
