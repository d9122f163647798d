import { typeName } from '../types/data-type.ts';
import type { Call, Expression, Literal, WindowExpression } from './expression.ts';
import { displayName, INFIX } from './operators.ts';

/** Spark's `Expression.toString` without the ids: `cast(id as bigint)`, `(ym + 1)`, `month ASC NULLS FIRST`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'attribute':
      return expression.name;
    case 'outer':
      return `outer(${expression.attribute.name})`;
    case 'literal':
      return literalText(expression);
    case 'alias':
      return `${expressionText(expression.child)} AS ${expression.name}`;
    case 'cast':
      return `cast(${expressionText(expression.child)} as ${typeName(expression.type)})`;
    case 'call':
      return callText(expression);
    case 'python-udf':
      return `${expression.name}(${expression.args.map(expressionText).join(', ')})`;
    case 'sort-order':
      return `${expressionText(expression.child)} ${orderText(expression)}`;
    case 'window':
      return windowText(expression);
    case 'lambda':
      return `lambdafunction(${[expression.body, ...expression.params].map(expressionText).join(', ')})`;
    case 'scalar-subquery':
      return 'scalar-subquery []';
    case 'exists':
      return 'exists []';
    case 'in-subquery':
      return `${listText(expression.values)} IN (list [])`;
  }
}

export function orderText(order: { readonly direction: string; readonly nulls: string }): string {
  return `${order.direction.toUpperCase()} NULLS ${order.nulls.toUpperCase()}`;
}

export function literalText(literal: Literal): string {
  return literal.value === null ? 'null' : String(literal.value);
}

function listText(values: readonly Expression[]): string {
  const texts = values.map(expressionText);
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(',')})`;
}

/** Expressions that carry the session's time zone, which Spark prints among their arguments. */
const WITH_ZONE: ReadonlySet<string> = new Set(
  'hour minute second date_format date_trunc from_unixtime unix_timestamp to_unix_timestamp months_between'.split(
    ' ',
  ),
);

function callText(call: Call): string {
  const args = call.args.map(expressionText);
  const [first = '', second = ''] = args;
  const infix = INFIX[call.fn];
  if (infix !== undefined && args.length === 2) return `(${first} ${infix} ${second})`;
  switch (call.fn) {
    case 'not':
      return `NOT ${first}`;
    case 'negative':
      return `-${first}`;
    case '~':
      return `~${first}`;
    case 'in':
      return `${first} IN (${args.slice(1).join(',')})`;
    case 'like':
      return `${first} LIKE ${second}${args[2] === undefined ? '' : ` ESCAPE '${args[2]}'`}`;
    case 'case':
      return caseText(args);
    case 'if':
      return `if (${first}) ${second} else ${args[2] ?? ''}`;
    case '.field':
      return `${first}.${second}`;
    case '[]':
      return `${first}[${second}]`;
  }
  if (call.role === 'aggregate') {
    const filter = call.filter === undefined ? '' : ` FILTER (WHERE ${expressionText(call.filter)})`;
    return `${displayName(call.fn, call.written)}(${call.distinct === true ? 'distinct ' : ''}${args.join(', ')})${filter}`;
  }
  if (WITH_ZONE.has(call.fn)) args.push('Some(UTC)');
  return `${displayName(call.fn, call.written)}(${args.join(', ')})`;
}

export function caseText(args: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) parts.push(`WHEN ${args[i]} THEN ${args[i + 1]}`);
  if (args.length % 2 === 1) parts.push(`ELSE ${args.at(-1)}`);
  return `CASE ${parts.join(' ')} END`;
}

function windowText(window: WindowExpression): string {
  const keys = [...window.partitionBy, ...window.orderBy].map(expressionText);
  const frame = window.frame ?? 'unspecifiedframe$()';
  return `${expressionText(window.fn)} windowspecdefinition(${[...keys, frame].join(', ')})`;
}
