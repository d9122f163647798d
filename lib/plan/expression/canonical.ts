import { planText } from '../logical/text.ts';
import { typeName } from '../types/data-type.ts';
import type { Call, Expression } from './expression.ts';
import { isDeterministic } from './traverse.ts';

/** Whether two expressions always give the same (Spark's `semanticEquals`): ids count, names and spelling do not. */
export function semanticEquals(a: Expression, b: Expression): boolean {
  return a === b || (isDeterministic(a) && isDeterministic(b) && canonicalKey(a) === canonicalKey(b));
}

/** Equal for expressions that mean the same; operands of commutative operators stand in one order in it. */
export function canonicalKey(expression: Expression): string {
  const known = KEYS.get(expression);
  if (known !== undefined) return known;
  const key = compute(expression);
  KEYS.set(expression, key);
  return key;
}

const KEYS = new WeakMap<Expression, string>();

function compute(expression: Expression): string {
  switch (expression.kind) {
    case 'attribute':
      return `#${expression.id}`;
    case 'outer':
      return `outer#${expression.attribute.id}`;
    case 'literal':
      return `${typeName(expression.type)}:${JSON.stringify(String(expression.value))}`;
    case 'alias':
      return canonicalKey(expression.child);
    case 'cast':
      return `cast(${canonicalKey(expression.child)} as ${typeName(expression.type)})`;
    case 'call':
      return callKey(expression);
    case 'python-udf':
      return `udf ${expression.name}(${keys(expression.args)})`;
    case 'sort-order':
      return `${canonicalKey(expression.child)} ${expression.direction} ${expression.nulls}`;
    case 'window':
      return `window(${canonicalKey(expression.fn)};${keys(expression.partitionBy)};${keys(expression.orderBy)};${expression.frame ?? ''})`;
    case 'lambda':
      return `lambda(${keys(expression.params)};${canonicalKey(expression.body)})`;
    case 'scalar-subquery':
      return `scalar(${planText(expression.plan, true)})`;
    case 'exists':
      return `exists(${planText(expression.plan, true)})`;
    case 'in-subquery':
      return `in(${keys(expression.values)};${planText(expression.plan, true)})`;
  }
}

const COMMUTATIVE: ReadonlySet<string> = new Set([
  '+',
  '*',
  '=',
  '<=>',
  'and',
  'or',
  '&',
  '|',
  '^',
  'greatest',
  'least',
]);
const TURNED: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' };

function callKey(call: Call): string {
  const distinct = call.distinct === true ? 'distinct ' : '';
  const filter = call.filter === undefined ? '' : ` where ${canonicalKey(call.filter)}`;
  const turned = TURNED[call.fn];
  if (turned !== undefined) return `${turned}(${keys(call.args.toReversed())})`;
  if (COMMUTATIVE.has(call.fn)) {
    const operands = flatten(call, call.fn).map(canonicalKey).sort();
    return `${call.fn}(${operands.join(',')})`;
  }
  return `${call.fn}(${distinct}${keys(call.args)})${filter}`;
}

/** `a + b + c` has three operands, however it is bracketed. */
function flatten(expression: Expression, fn: string): readonly Expression[] {
  if (expression.kind !== 'call' || expression.fn !== fn) return [expression];
  if (fn === '=' || fn === '<=>') return expression.args;
  return expression.args.flatMap((arg) => flatten(arg, fn));
}

function keys(expressions: readonly Expression[]): string {
  return expressions.map(canonicalKey).join(',');
}
