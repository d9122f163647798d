/**
 * Reads fields of an event without trusting it: a missing or wrongly typed field is `undefined` (or the
 * stated default), never an exception. Numbers written as strings (old logs) count as numbers.
 */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object(from: Json | undefined, key: string): Json | undefined {
  const value = from?.[key];
  return isJson(value) ? value : undefined;
}

export function array(from: Json | undefined, key: string): readonly unknown[] {
  const value = from?.[key];
  return Array.isArray(value) ? value : [];
}

export function objects(from: Json | undefined, key: string): readonly Json[] {
  return array(from, key).filter(isJson);
}

export function number(from: Json | undefined, key: string): number | undefined {
  return toNumber(from?.[key]);
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

export function integers(from: Json | undefined, key: string): readonly number[] {
  return array(from, key)
    .map(toNumber)
    .filter((n) => n !== undefined);
}

export function text(from: Json | undefined, key: string): string | undefined {
  const value = from?.[key];
  return typeof value === 'string' ? value : undefined;
}

export function flag(from: Json | undefined, key: string): boolean | undefined {
  const value = from?.[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** A moment in epoch ms; Spark writes 0 or -1 for "not yet". */
export function moment(from: Json | undefined, key: string): number | undefined {
  const value = number(from, key);
  return value !== undefined && value > 0 ? value : undefined;
}
