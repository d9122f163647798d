import type { Column } from '#lib/plan/analyze/column.ts';
import { isColumn, literalOrColumn } from '../api/columns.ts';
import { percentFormat } from '../values/format.ts';
import { elementsOf } from '../values/iterate.ts';
import { column, float, int, list, set, str, tuple, unknown } from '../values/make.ts';
import { truth } from '../values/truth.ts';
import type { Value } from '../values/value.ts';

const COLUMN_OPERATORS: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '**': 'power',
  '&': 'and',
  '|': 'or',
  '==': '=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  'unary -': 'negative',
  'unary ~': 'not',
};

/** Longer results are no constants that anybody wrote. */
const LONGEST = 100_000;

/** `left operator right` of Columns and of constants; unary ones are written `unary -` and have no right side. */
export function binaryOperation(operator: string, left: Value, right: Value): Value {
  if (isColumn(left) || isColumn(right)) return columnOperation(operator, left, right);
  if (operator.startsWith('unary')) return unaryOperation(operator, left);
  const a = numeric(left);
  const b = numeric(right);
  if (a !== undefined && b !== undefined) return arithmetic(operator, a, b, left, right);
  return containers(operator, left, right) ?? moments(operator, left, right) ?? unknownOf(left, right);
}

function unknownOf(left: Value, right: Value): Value {
  const cause = left.kind === 'unknown' ? left : right;
  return unknown(cause.kind === 'unknown' ? cause.why : 'the result of an operator');
}

function columnOperation(operator: string, left: Value, right: Value): Value {
  const fn = COLUMN_OPERATORS[operator];
  const first = literalOrColumn(left);
  if (operator.startsWith('unary')) {
    return column({ kind: 'call', fn: fn ?? operator, args: [first] });
  }
  const args: readonly Column[] = [first, literalOrColumn(right)];
  if (operator === '!=' || operator === '<>') {
    return column({ kind: 'call', fn: 'not', args: [{ kind: 'call', fn: '=', args }] });
  }
  return fn
    ? column({ kind: 'call', fn, args })
    : column({ kind: 'unknown', why: `the operator ${operator} of a column`, reads: args });
}

function numeric(value: Value): number | undefined {
  if (value.kind === 'int' || value.kind === 'float') return value.value;
  return value.kind === 'bool' ? Number(value.value) : undefined;
}

function unaryOperation(operator: string, value: Value): Value {
  const number = numeric(value);
  if (number === undefined)
    return value.kind === 'unknown' ? unknown(value.why) : unknown('the result of an operator');
  const made = value.kind === 'float' ? float : int;
  switch (operator) {
    case 'unary -':
      return made(-number);
    case 'unary +':
      return made(number);
    case 'unary ~':
      return int(-number - 1);
    default:
      return unknown('the result of an operator');
  }
}

function arithmetic(operator: string, a: number, b: number, left: Value, right: Value): Value {
  const made = left.kind === 'float' || right.kind === 'float' ? float : int;
  switch (operator) {
    case '+':
      return made(a + b);
    case '-':
      return made(a - b);
    case '*':
      return made(a * b);
    case '/':
      return b === 0 ? unknown('a division by zero') : float(a / b);
    case '//':
      return b === 0 ? unknown('a division by zero') : made(Math.floor(a / b));
    case '%':
      return b === 0 ? unknown('a division by zero') : made(a - b * Math.floor(a / b));
    case '**': {
      const power = a ** b;
      if (!Number.isFinite(power)) return unknown('a number beyond what is kept');
      return b < 0 ? float(power) : made(power);
    }
    case '<<':
      return int(a * 2 ** b);
    case '>>':
      return int(Math.floor(a / 2 ** b));
    case '&':
    case '|':
    case '^':
      return bitwise(operator, a, b, left, right);
    default:
      return unknown('the result of an operator');
  }
}

function bitwise(operator: string, a: number, b: number, left: Value, right: Value): Value {
  const x = BigInt(Math.trunc(a));
  const y = BigInt(Math.trunc(b));
  const result = Number(operator === '&' ? x & y : operator === '|' ? x | y : x ^ y);
  return left.kind === 'bool' && right.kind === 'bool' ? { kind: 'bool', value: result !== 0 } : int(result);
}

function containers(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === '%' && left.kind === 'str') {
    const text = percentFormat(left.value, right);
    return text === undefined ? unknown('a text that depends on the run') : str(text);
  }
  if (operator === '+') return concatenate(left, right);
  if (operator === '*')
    return left.kind === 'int'
      ? repeat(right, left.value)
      : right.kind === 'int'
        ? repeat(left, right.value)
        : undefined;
  if (left.kind === 'set' && right.kind === 'set') return setOperation(operator, left, right);
  if (operator === '|' && left.kind === 'dict' && right.kind === 'dict') {
    return {
      kind: 'dict',
      entries: new Map([...left.entries, ...right.entries]),
      open: left.open || right.open,
    };
  }
  return undefined;
}

function concatenate(left: Value, right: Value): Value | undefined {
  if (left.kind === 'str' && right.kind === 'str') {
    return left.value.length + right.value.length > LONGEST
      ? unknown('a very long text')
      : str(left.value + right.value);
  }
  if (left.kind === 'list') {
    const elements = right.kind === 'list' ? elementsOf(right) : undefined;
    return right.kind === 'unknown' || elements
      ? list([...left.items, ...(elements?.items ?? [])], left.open || (elements?.open ?? true))
      : undefined;
  }
  if (right.kind === 'list' && left.kind === 'unknown') return list(right.items, true);
  return left.kind === 'tuple' && right.kind === 'tuple' ? tuple([...left.items, ...right.items]) : undefined;
}

function repeat(value: Value, times: number): Value | undefined {
  if (value.kind === 'str') {
    return value.value.length * times > LONGEST
      ? unknown('a very long text')
      : str(value.value.repeat(Math.max(0, times)));
  }
  if (value.kind !== 'list' && value.kind !== 'tuple') return undefined;
  if (value.items.length * times > 10_000) return list(value.items, true);
  const items = Array.from({ length: Math.max(0, times) }, () => value.items).flat();
  return value.kind === 'list' ? list(items, value.open) : tuple(items);
}

function setOperation(
  operator: string,
  left: Value & { kind: 'set' },
  right: Value & { kind: 'set' },
): Value | undefined {
  const open = left.open || right.open;
  const a = [...left.entries.values()];
  const b = [...right.entries.values()];
  const inLeft = [...left.entries].filter(([key]) => !right.entries.has(key)).map(([, value]) => value);
  const inRight = [...right.entries].filter(([key]) => !left.entries.has(key)).map(([, value]) => value);
  switch (operator) {
    case '|':
      return set([...a, ...b], open);
    case '&':
      return set(
        a.filter((value) => !inLeft.includes(value)),
        open,
      );
    case '-':
      return set(inLeft, open);
    case '^':
      return set([...inLeft, ...inRight], open);
    default:
      return undefined;
  }
}

function moments(operator: string, left: Value, right: Value): Value | undefined {
  if (!('ms' in left) || !('ms' in right)) return undefined;
  const sign = operator === '+' ? 1 : operator === '-' ? -1 : 0;
  if (sign === 0 || truth(left) === undefined) return undefined;
  const ms = left.ms + sign * right.ms;
  if (left.kind === 'timedelta') return { kind: right.kind, ms };
  return right.kind === 'timedelta' ? { kind: left.kind, ms } : { kind: 'timedelta', ms };
}
