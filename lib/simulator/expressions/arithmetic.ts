import { invariant, UserError } from '#lib/base/assert.ts';
import type { DataType, DecimalType } from '#lib/plan/types/data-type.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { dividedHalfUp, fitted, rescaled, type WholeKind, wrapped } from './cast-value.ts';
import type { ScalarFunction } from './scalar-function.ts';

/** Arithmetic with ANSI mode off: whole numbers wrap, decimals that do not fit and divisions by zero are null. */
export const ARITHMETIC: Readonly<Record<string, ScalarFunction>> = {
  '+': binary(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  '-': binary(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  '*': multiply,
  '/': divide,
  '%': binary(
    (a, b) => (b === 0n ? null : a % b),
    (a, b) => (b === 0 ? null : a % b),
  ),
  pmod: binary(
    (a, b) => (b === 0n ? null : ((a % b) + b) % b),
    (a, b) => (b === 0 ? null : ((a % b) + b) % b),
  ),
  div: ([a, b], [left, right]) => {
    const [x, y] = [exact(a!, left!, scaleOf(left!, right!)), exact(b!, right!, scaleOf(left!, right!))];
    return y === 0n ? null : wrapped(x / y, 'bigint');
  },
  negative: ([a], _, result) => ofWhole(result, -toBigint(a!), () => -(a as number)),
  positive: ([a]) => a!,
  abs: ([a], _, result) => {
    const whole = typeof a === 'bigint' || Number.isInteger(a) ? toBigint(a!) : 0n;
    return ofWhole(result, whole < 0n ? -whole : whole, () => Math.abs(a as number));
  },
  '&': bits((a, b) => a & b),
  '|': bits((a, b) => a | b),
  '^': bits((a, b) => a ^ b),
  floor: rounding((whole, step) => floorDivide(whole, step), Math.floor),
  ceil: rounding((whole, step) => -floorDivide(-whole, step), Math.ceil),
  sqrt: real(Math.sqrt),
  sin: real(Math.sin),
  cos: real(Math.cos),
  tan: real(Math.tan),
  exp: real(Math.exp),
  cbrt: real(Math.cbrt),
  ln: real((x) => (x <= 0 ? null : Math.log(x))),
  log10: real((x) => (x <= 0 ? null : Math.log10(x))),
  log2: real((x) => (x <= 0 ? null : Math.log2(x))),
  power: ([a, b]) => (a as number) ** (b as number),
  signum: real(Math.sign),
};

/** On whole numbers and decimals of one scale, and on floating-point numbers. */
function binary(
  whole: (a: bigint, b: bigint) => bigint | null,
  floating: (a: number, b: number) => number | null,
): ScalarFunction {
  return ([a, b], [left, right], result) => {
    if (result.kind === 'double') return floating(Number(a), Number(b));
    if (result.kind === 'float') return rounded(floating(Number(a), Number(b)));
    const scale = scaleOf(left!, right!);
    const value = whole(exact(a!, left!, scale), exact(b!, right!, scale));
    if (value === null) return null;
    return result.kind === 'decimal'
      ? fitted(rescaled(value, scale, result.scale), result)
      : wrapped(value, wholeKind(result));
  };
}

function multiply(...[[a, b], [left, right], result]: Parameters<ScalarFunction>): SqlValue {
  if (result.kind === 'double') return Number(a) * Number(b);
  if (result.kind === 'float') return Math.fround(Number(a) * Number(b));
  const value = toBigint(a!) * toBigint(b!);
  if (result.kind !== 'decimal') return wrapped(value, wholeKind(result));
  return fitted(rescaled(value, digitsOf(left!) + digitsOf(right!), result.scale), result);
}

function divide(...[[a, b], [left, right], result]: Parameters<ScalarFunction>): SqlValue {
  if (result.kind !== 'decimal') return Number(b) === 0 ? null : Number(a) / Number(b);
  const divisor = toBigint(b!);
  if (divisor === 0n) return null;
  const shift = result.scale + digitsOf(right!) - digitsOf(left!);
  const [over, under] = shift >= 0 ? [10n ** BigInt(shift), 1n] : [1n, 10n ** BigInt(-shift)];
  return fitted(dividedHalfUp(toBigint(a!) * over, divisor * under), result);
}

function bits(operation: (a: bigint, b: bigint) => bigint): ScalarFunction {
  return ([a, b], _, result) => wrapped(operation(toBigint(a!), toBigint(b!)), wholeKind(result));
}

function real(operation: (x: number) => number | null): ScalarFunction {
  return ([x]) => operation(Number(x));
}

/** `floor` and `ceil` of one argument: doubles become bigint, decimals lose their fraction. */
function rounding(
  ofScaled: (whole: bigint, step: bigint) => bigint,
  ofDouble: (x: number) => number,
): ScalarFunction {
  return ([x, digits], [type], result) => {
    if (digits !== undefined) throw new UserError('floor and ceil to some digits cannot be computed here');
    if (typeof x === 'bigint') {
      const whole = ofScaled(x, 10n ** BigInt(digitsOf(type!)));
      return result.kind === 'decimal' ? fitted(whole, result) : whole;
    }
    const value = ofDouble(x as number);
    return result.kind === 'bigint' ? wrapped(BigInt(Number.isFinite(value) ? value : 0), 'bigint') : value;
  };
}

function floorDivide(value: bigint, step: bigint): bigint {
  const quotient = value / step;
  return quotient * step > value ? quotient - 1n : quotient;
}

function ofWhole(result: DataType, whole: bigint, floating: () => number): SqlValue {
  if (result.kind === 'double' || result.kind === 'float') return floating();
  return result.kind === 'decimal' ? fitted(whole, result) : wrapped(whole, wholeKind(result));
}

/** The value with `scale` digits after the point, as a whole number. */
function exact(value: Exclude<SqlValue, null>, type: DataType, scale: number): bigint {
  return rescaled(toBigint(value), digitsOf(type), scale);
}

function scaleOf(left: DataType, right: DataType): number {
  return Math.max(digitsOf(left), digitsOf(right));
}

function digitsOf(type: DataType): number {
  return type.kind === 'decimal' ? (type satisfies DecimalType).scale : 0;
}

function toBigint(value: Exclude<SqlValue, null>): bigint {
  return typeof value === 'bigint'
    ? value
    : typeof value === 'number' && Number.isInteger(value)
      ? BigInt(value)
      : 0n;
}

function wholeKind(type: DataType): WholeKind {
  const { kind } = type;
  invariant(
    kind === 'tinyint' || kind === 'smallint' || kind === 'int' || kind === 'bigint',
    `${kind} is not whole`,
  );
  return kind;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.fround(value);
}
