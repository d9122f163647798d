import type { Expression, Literal } from '../expression/expression.ts';
import { operandsOf } from '../expression/traverse.ts';

/** Functions whose value is not null for null operands, or that look at them one by one. */
const NULL_TOLERANT = new Set([
  'isnull',
  'isnotnull',
  'isnan',
  'coalesce',
  'ifnull',
  'nvl',
  'nvl2',
  'nullif',
  'if',
  'case',
  '<=>',
  'and',
  'or',
  'concat_ws',
  'array',
  'struct',
  'named_struct',
  'map',
  'create_map',
  'greatest',
  'least',
  'hash',
  'xxhash64',
  'in',
  'not',
  'equal_null',
  'rand',
  'randn',
  'uuid',
  'monotonically_increasing_id',
  'spark_partition_id',
  'nanvl',
  'zeroifnull',
  'decode',
  'array_contains',
  'when',
  'try_add',
  'element_at',
  '[]',
  'to_json',
  'format_string',
  'printf',
  'elt',
]);

/** A deterministic value without columns (Expression.foldable). */
export function isFoldable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'cast':
    case 'alias':
      return isFoldable(expression.child);
    case 'call':
      return (
        expression.role === 'scalar' &&
        expression.deterministic &&
        expression.args.length > 0 &&
        operandsOf(expression).every(isFoldable)
      );
    default:
      return false;
  }
}

/** Whether the expression is null whenever one of its operands is (Expression.nullIntolerant). */
export function isNullIntolerant(expression: Expression): boolean {
  if (expression.kind === 'cast') return true;
  return expression.kind === 'call' && expression.role === 'scalar' && !NULL_TOLERANT.has(expression.fn);
}

/** A value for certain, or `unknown`. */
type Known = { readonly value: Literal['value'] } | 'unknown';

const NULL: Known = { value: null };

/**
 * The value of a predicate when every column in it is null, as far as it can be told: what decides whether a filter
 * drops the rows that an outer join filled up (EliminateOuterJoin.canFilterOutNull).
 */
export function valueOnNulls(expression: Expression): Known {
  switch (expression.kind) {
    case 'attribute':
      return NULL;
    case 'literal':
      return { value: expression.value };
    case 'cast':
    case 'alias': {
      const child = valueOnNulls(expression.child);
      return child !== 'unknown' && child.value === null ? NULL : child;
    }
    case 'call':
      return callOnNulls(expression.fn, expression.args.map(valueOnNulls), isNullIntolerant(expression));
    default:
      return 'unknown';
  }
}

function callOnNulls(fn: string, args: readonly Known[], intolerant: boolean): Known {
  const isNull = (known: Known | undefined) =>
    known !== undefined && known !== 'unknown' && known.value === null;
  const is = (known: Known | undefined, value: boolean) =>
    known !== undefined && known !== 'unknown' && known.value === value;
  switch (fn) {
    case 'isnull':
      return args[0] === 'unknown' ? 'unknown' : { value: isNull(args[0]) };
    case 'isnotnull':
      return args[0] === 'unknown' ? 'unknown' : { value: !isNull(args[0]) };
    case 'and':
      if (args.some((arg) => is(arg, false))) return { value: false };
      if (args.some((arg) => arg === 'unknown')) return 'unknown';
      return args.some(isNull) ? NULL : { value: true };
    case 'or':
      if (args.some((arg) => is(arg, true))) return { value: true };
      if (args.some((arg) => arg === 'unknown')) return 'unknown';
      return args.some(isNull) ? NULL : { value: false };
    case 'not':
      if (args[0] === 'unknown' || args[0] === undefined) return 'unknown';
      return isNull(args[0]) ? NULL : { value: !args[0].value };
    case 'in':
      return isNull(args[0]) ? NULL : 'unknown';
    case 'coalesce': {
      for (const arg of args) if (!isNull(arg)) return arg;
      return NULL;
    }
    default:
      return intolerant && args.some(isNull) ? NULL : 'unknown';
  }
}
