import type { DataType, DecimalType } from '#lib/plan/types/data-type.ts';
import { isIntegral } from '#lib/plan/types/names.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import {
  daysOfMicros,
  daysOfText,
  microsOfDays,
  microsOfText,
  textOfDays,
  textOfMicros,
} from './calendar.ts';
import { textOfDecimal, textOfDouble, textOfFloat } from './java-text.ts';

/** A cast Spark refuses, or one that is not modelled: the expression cannot be evaluated. */
export class NoSuchCast extends Error {
  override name = 'NoSuchCast';
}

/** `cast(value as type)` with ANSI mode off: what does not fit wraps or becomes null. Source: catalyst Cast. Zone: UTC. */
export function castValue(value: SqlValue, from: DataType, to: DataType): SqlValue {
  if (value === null || from.kind === 'void') return null;
  if (from.kind === to.kind && from.kind !== 'decimal') return castNested(value, from, to);
  switch (to.kind) {
    case 'string':
      return toText(value, from);
    case 'boolean':
      return toBoolean(value, from);
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
      return toWhole(value, from, to.kind);
    case 'float':
    case 'double': {
      const real = toReal(value, from);
      return real === null || to.kind === 'double' ? real : Math.fround(real);
    }
    case 'decimal':
      return toDecimal(value, from, to);
    case 'date':
      return toDate(value, from);
    case 'timestamp':
    case 'timestamp_ntz':
      return toTimestamp(value, from);
    case 'binary':
      if (from.kind === 'string') return new TextEncoder().encode(value as string);
      throw new NoSuchCast();
    default:
      throw new NoSuchCast();
  }
}

const BITS = { tinyint: 8, smallint: 16, int: 32, bigint: 64 } as const;
export type WholeKind = keyof typeof BITS;

/** Keeps the low bits, as Java does. */
export function wrapped(value: bigint, kind: WholeKind): SqlValue {
  const kept = BigInt.asIntN(BITS[kind], value);
  return kind === 'bigint' ? kept : Number(kept);
}

/** null where the digits do not fit. */
export function fitted(unscaled: bigint, { precision }: DecimalType): bigint | null {
  const limit = 10n ** BigInt(precision);
  return unscaled < limit && unscaled > -limit ? unscaled : null;
}

/** To another number of digits after the point, half away from zero. */
export function rescaled(unscaled: bigint, from: number, to: number): bigint {
  if (to >= from) return unscaled * 10n ** BigInt(to - from);
  return dividedHalfUp(unscaled, 10n ** BigInt(from - to));
}

export function dividedHalfUp(value: bigint, divisor: bigint): bigint {
  const [v, d] = [value < 0n ? -value : value, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * v + d) / (2n * d);
  return value < 0n === divisor < 0n ? rounded : -rounded;
}

function castNested(value: SqlValue, from: DataType, to: DataType): SqlValue {
  if (from.kind === 'array' && to.kind === 'array')
    return (value as readonly SqlValue[]).map((element) => castValue(element, from.element, to.element));
  if (from.kind === 'struct' && to.kind === 'struct')
    return (value as readonly SqlValue[]).map((field, i) =>
      castValue(field, from.fields[i]!.type, to.fields[i]!.type),
    );
  return value;
}

function toText(value: SqlValue, from: DataType): string {
  switch (from.kind) {
    case 'float':
      return textOfFloat(value as number);
    case 'double':
      return textOfDouble(value as number);
    case 'decimal':
      return textOfDecimal(value as bigint, from.scale);
    case 'date':
      return textOfDays(value as number);
    case 'timestamp':
    case 'timestamp_ntz':
      return textOfMicros(value as bigint);
    case 'binary':
      return new TextDecoder().decode(value as Uint8Array);
    case 'boolean':
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
      return String(value);
    default:
      throw new NoSuchCast();
  }
}

const TRUE = new Set(['t', 'true', 'y', 'yes', '1']);
const FALSE = new Set(['f', 'false', 'n', 'no', '0']);

function toBoolean(value: SqlValue, from: DataType): boolean | null {
  if (from.kind === 'string') {
    const word = (value as string).trim().toLowerCase();
    return TRUE.has(word) ? true : FALSE.has(word) ? false : null;
  }
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  throw new NoSuchCast();
}

function toWhole(value: SqlValue, from: DataType, to: WholeKind): SqlValue {
  switch (from.kind) {
    case 'boolean':
      return wrapped(value === true ? 1n : 0n, to);
    case 'float':
    case 'double':
      return wrapped(truncated(value as number, to), to);
    case 'decimal':
      return wrapped((value as bigint) / 10n ** BigInt(from.scale), to);
    case 'timestamp': {
      const seconds = (value as bigint) / 1_000_000n;
      return wrapped(seconds * 1_000_000n > (value as bigint) ? seconds - 1n : seconds, to);
    }
    case 'string': {
      const match = /^\s*([+-]?\d+)(?:\.\d*)?\s*$/.exec(value as string);
      const whole = match ? BigInt(match[1]!) : undefined;
      return whole === undefined || BigInt.asIntN(BITS[to], whole) !== whole ? null : wrapped(whole, to);
    }
    default:
      if (!isIntegral(from)) throw new NoSuchCast();
      return wrapped(BigInt(value as number | bigint), to);
  }
}

/** Java takes the nearest int or long for what is beyond them; shorter types wrap the int. */
function truncated(value: number, to: WholeKind): bigint {
  if (Number.isNaN(value)) return 0n;
  const most = 2 ** (to === 'bigint' ? 63 : 31);
  if (value >= most) return BigInt(most) - 1n;
  return value <= -most ? -BigInt(most) : BigInt(Math.trunc(value));
}

function toReal(value: SqlValue, from: DataType): number | null {
  switch (from.kind) {
    case 'boolean':
      return value === true ? 1 : 0;
    case 'decimal':
      return Number(textOfDecimal(value as bigint, from.scale));
    case 'timestamp':
      return Number(value) / 1e6;
    case 'string': {
      const text = (value as string).trim();
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[df]?$/i.test(text) ? Number.parseFloat(text) : null;
    }
    default:
      if (typeof value !== 'number' && typeof value !== 'bigint') throw new NoSuchCast();
      return Number(value);
  }
}

function toDecimal(value: SqlValue, from: DataType, to: DecimalType): bigint | null {
  if (from.kind === 'decimal') return fitted(rescaled(value as bigint, from.scale, to.scale), to);
  if (isIntegral(from)) return fitted(rescaled(BigInt(value as number | bigint), 0, to.scale), to);
  if (from.kind === 'boolean') return fitted(rescaled(value === true ? 1n : 0n, 0, to.scale), to);
  const text = from.kind === 'string' ? (value as string).trim() : toText(value, from);
  const match = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match || `${match[2]}${match[3] ?? ''}` === '') return null;
  const digits = BigInt(`${match[2]}${match[3] ?? ''}`);
  const scale = (match[3] ?? '').length - Number(match[4] ?? 0);
  const unsigned =
    scale < 0 ? rescaled(digits * 10n ** BigInt(-scale), 0, to.scale) : rescaled(digits, scale, to.scale);
  return fitted(match[1] === '-' ? -unsigned : unsigned, to);
}

function toDate(value: SqlValue, from: DataType): number | null {
  if (from.kind === 'string') return daysOfText((value as string).replace(/[ T].*$/, '')) ?? null;
  if (from.kind === 'timestamp' || from.kind === 'timestamp_ntz') return daysOfMicros(value as bigint);
  throw new NoSuchCast();
}

function toTimestamp(value: SqlValue, from: DataType): bigint | null {
  switch (from.kind) {
    case 'string':
      return microsOfText(value as string) ?? null;
    case 'date':
      return microsOfDays(value as number);
    case 'timestamp':
    case 'timestamp_ntz':
      return value as bigint;
    case 'float':
    case 'double':
      return Number.isFinite(value) ? BigInt(Math.trunc((value as number) * 1e6)) : null;
    case 'decimal':
      return rescaled(value as bigint, from.scale, 6);
    default:
      if (!isIntegral(from)) throw new NoSuchCast();
      return BigInt.asIntN(64, BigInt(value as number | bigint) * 1_000_000n);
  }
}
