import type { Expression } from '../expression/expression.ts';
import { and, call, not } from '../expression/make.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import { comparisonType, tightestType, widestType } from '../types/common-type.ts';
import type { DataType } from '../types/data-type.ts';
import { decimalFor, decimalForLiteral, decimalResult } from '../types/decimal.ts';
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DAY_TIME_INTERVAL,
  DOUBLE,
  INT,
  isDatetime,
  isIntegral,
  isInterval,
  UNKNOWN,
} from '../types/names.ts';
import { castTo, castToCommon } from './casts.ts';

/** Operators with the casts and the result types that Spark gives them. */

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<=>', '<', '<=', '>', '>=']);
const SAME_SIGN: Readonly<Record<string, string>> = { '==': '=', mod: '%', '!': 'not', when: 'case' };

/** undefined when `sign` is no operator. */
export function buildOperator(
  sign: string,
  args: readonly Expression[],
  ansi: boolean,
): Expression | undefined {
  const fn = SAME_SIGN[sign] ?? sign;
  const [first, second, third] = args;
  if (first === undefined) return undefined;
  switch (fn) {
    case 'not':
      return not(castTo(first, BOOLEAN, ansi));
    case 'case':
      return buildCase(args, ansi);
    case 'in':
      return buildIn(args, ansi);
    case 'negative':
      return undefined;
    case '-':
      if (second === undefined) {
        return call('negative', [first], { type: typeOf(first), nullable: nullableOf(first) });
      }
  }
  if (second === undefined) return undefined;
  switch (fn) {
    case 'and':
    case 'or':
      return call(fn, [castTo(first, BOOLEAN, ansi), castTo(second, BOOLEAN, ansi)], {
        type: BOOLEAN,
        nullable: nullableOf(first) || nullableOf(second),
      });
    case '!=':
    case '<>':
      return not(compare('=', first, second, ansi));
    case 'between':
      if (third === undefined) return undefined;
      return and(compare('>=', first, second, ansi), compare('<=', first, third, ansi));
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case 'pmod':
    case 'div':
      return arithmetic(fn, first, second, ansi);
    case '&':
    case '|':
    case '^':
      return bitwise(fn, first, second, ansi);
  }
  return COMPARISONS.has(fn) ? compare(fn, first, second, ansi) : undefined;
}

export function compare(fn: string, left: Expression, right: Expression, ansi: boolean): Expression {
  const [a, b] = decimalLiterals(left, right);
  const common = comparisonType(typeOf(a), typeOf(b), ansi);
  const args = common === undefined ? [a, b] : [castTo(a, common, ansi), castTo(b, common, ansi)];
  const nullable = fn !== '<=>' && args.some(nullableOf);
  return call(fn, args, { type: BOOLEAN, nullable });
}

/** A whole literal beside a decimal becomes the least decimal that holds it (DecimalPrecision.nondecimalAndDecimal). */
function decimalLiterals(left: Expression, right: Expression): readonly [Expression, Expression] {
  const fitting = (literal: Expression, other: Expression): Expression => {
    if (literal.kind !== 'literal' || literal.value === null || !isIntegral(literal.type)) return literal;
    if (typeOf(other).kind !== 'decimal') return literal;
    return castTo(literal, decimalForLiteral(String(literal.value)), false);
  };
  return [fitting(left, right), fitting(right, left)];
}

function arithmetic(fn: string, left: Expression, right: Expression, ansi: boolean): Expression {
  const types = [typeOf(left), typeOf(right)] as const;
  const nullable = nullableOf(left) || nullableOf(right);
  const moved = movedDate(fn, left, right, nullable, ansi);
  if (moved !== undefined) return moved;
  const temporal = temporalResult(fn, types[0], types[1]);
  if (temporal !== undefined) return call(fn, [left, right], { type: temporal, nullable });
  const [a, b] = numbers(left, right, fn, ansi);
  const divides = fn === '/' || fn === '%' || fn === 'div' || fn === 'pmod';
  // Spark takes a division by zero for null, also in ANSI mode, where it fails.
  const parts = { nullable: nullableOf(a) || nullableOf(b) || divides };
  const [x, y] = [typeOf(a), typeOf(b)];
  if (x.kind === 'unknown' || y.kind === 'unknown') {
    return call(fn, [a, b], { ...parts, type: fn === '/' ? DOUBLE : x.kind === 'unknown' ? y : x });
  }
  if (x.kind === 'decimal' && y.kind === 'decimal') {
    const type = fn === 'div' ? BIGINT : decimalResult(fn, x, y);
    return call(fn, [a, b], { ...parts, type });
  }
  if (fn === '/')
    return call(fn, [castTo(a, DOUBLE, ansi), castTo(b, DOUBLE, ansi)], { ...parts, type: DOUBLE });
  if (fn === 'div')
    return call(fn, [castTo(a, BIGINT, ansi), castTo(b, BIGINT, ansi)], { ...parts, type: BIGINT });
  const common = tightestType(x, y, ansi) ?? DOUBLE;
  return call(fn, [castTo(a, common, ansi), castTo(b, common, ansi)], { ...parts, type: common });
}

/** Both operands as numbers, and both as decimals when one is and the other is whole. */
function numbers(
  left: Expression,
  right: Expression,
  fn: string,
  ansi: boolean,
): readonly [Expression, Expression] {
  const readText = (text: Expression, other: Expression): Expression => {
    if (typeOf(text).kind !== 'string') return text;
    const whole = ansi && isIntegral(typeOf(other)) && fn !== '/';
    return castTo(text, whole ? BIGINT : DOUBLE, ansi);
  };
  const [a, b] = decimalLiterals(readText(left, right), readText(right, left));
  const [x, y] = [typeOf(a), typeOf(b)];
  if (x.kind === 'decimal' && isIntegral(y)) return [a, castTo(b, decimalFor(y) ?? y, ansi)];
  if (y.kind === 'decimal' && isIntegral(x)) return [castTo(a, decimalFor(x) ?? x, ansi), b];
  const floating = (type: DataType): boolean => type.kind === 'float' || type.kind === 'double';
  if ((x.kind === 'decimal' && floating(y)) || (y.kind === 'decimal' && floating(x))) {
    return [castTo(a, DOUBLE, ansi), castTo(b, DOUBLE, ansi)];
  }
  return [a, b];
}

/** A date and days, as a number or an interval of days, is a call of `date_add` or `date_sub` (ResolveBinaryArithmetic). */
function movedDate(
  fn: string,
  left: Expression,
  right: Expression,
  nullable: boolean,
  ansi: boolean,
): Expression | undefined {
  if (fn !== '+' && fn !== '-') return undefined;
  if (fn === '+' && typeOf(right).kind === 'date') {
    return typeOf(left).kind === 'date' ? undefined : movedDate(fn, right, left, nullable, ansi);
  }
  if (typeOf(left).kind !== 'date') return undefined;
  const days = typeOf(right);
  if (isIntegral(days) || days.kind === 'string') {
    const name = fn === '+' ? 'date_add' : 'date_sub';
    return call(name, [left, castTo(right, INT, ansi)], { type: DATE, nullable });
  }
  if (days.kind !== 'interval day to second' || !isOfDays(right)) return undefined;
  const count = call('extractansiintervaldays', [right], { type: INT, nullable: nullableOf(right) });
  const signed = fn === '+' ? count : call('negative', [count], { type: INT, nullable: nullableOf(right) });
  return call('date_add', [left, signed], { type: DATE, nullable });
}

/** An interval written in days alone. */
function isOfDays(interval: Expression): boolean {
  return (
    interval.kind === 'literal' &&
    /\bdays?$/i.test(String(interval.value)) &&
    !/\bto\b/i.test(String(interval.value))
  );
}

/** Dates and intervals: undefined when neither side is one. */
function temporalResult(fn: string, left: DataType, right: DataType): DataType | undefined {
  if (fn === '-' && isDatetime(left) && isDatetime(right)) return DAY_TIME_INTERVAL;
  if (isDatetime(left) && isInterval(right)) return shifted(left, right);
  if (isDatetime(right) && isInterval(left) && fn === '+') return shifted(right, left);
  if (isInterval(left)) return left;
  if (isInterval(right)) return right;
  return undefined;
}

/** Spark gives a date moved by days back as a date; what smaller units do is in the interval's value, not its type. */
function shifted(moment: DataType, interval: DataType): DataType {
  return moment.kind === 'date' && interval.kind === 'interval' ? DATE : moment;
}

function bitwise(fn: string, left: Expression, right: Expression, ansi: boolean): Expression {
  const common = tightestType(typeOf(left), typeOf(right), ansi) ?? INT;
  const args = [castTo(left, common, ansi), castTo(right, common, ansi)];
  return call(fn, args, { type: common, nullable: args.some(nullableOf) });
}

function buildIn(args: readonly Expression[], ansi: boolean): Expression {
  const same = castToCommon(args, ansi);
  return call('in', same, { type: BOOLEAN, nullable: same.some(nullableOf) });
}

/** Conditions and values alternate, the last one alone is ELSE. */
function buildCase(args: readonly Expression[], ansi: boolean): Expression {
  const isValue = (i: number): boolean => i % 2 === 1 || (i === args.length - 1 && args.length % 2 === 1);
  const type = widestType(args.filter((_, i) => isValue(i)).map(typeOf), ansi) ?? UNKNOWN;
  const cast = args.map((arg, i) => castTo(arg, isValue(i) ? type : BOOLEAN, ansi));
  const values = cast.filter((_, i) => isValue(i));
  return call('case', cast, { type, nullable: args.length % 2 === 0 || values.some(nullableOf) });
}
