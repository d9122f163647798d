import { typeName } from '../types/data-type.ts';
import { isDatetime, isInterval, isNumeric } from '../types/names.ts';
import type { Call, Expression, Lambda, Literal, WindowExpression } from './expression.ts';
import { displayName, INFIX } from './operators.ts';
import { caseText, literalText, orderText } from './text.ts';
import { transformUp } from './traverse.ts';
import { typeOf } from './type-of.ts';

/**
 * The name Spark gives to a column that has none: its SQL with bare strings and numbers, without qualifiers and without
 * the casts that the analyzer added (`toPrettySQL`, `usePrettyExpression`).
 */
export function prettyName(expression: Expression): string {
  switch (expression.kind) {
    case 'attribute':
      return expression.name;
    case 'outer':
      return `outer(${expression.attribute.name})`;
    case 'literal':
      return literalSql(expression);
    case 'alias':
      return `${prettyName(expression.child)} AS ${expression.name}`;
    case 'cast':
      if (expression.implicit === true) return prettyName(expression.child);
      return `CAST(${prettyName(expression.child)} AS ${typeName(expression.type).toUpperCase()})`;
    case 'call':
      return callSql(expression);
    case 'python-udf':
      return `${expression.name}(${expression.args.map(prettyName).join(', ')})`;
    case 'sort-order':
      return `${prettyName(expression.child)} ${orderText(expression)}`;
    case 'window':
      return `${prettyName(expression.fn)} OVER (${specSql(expression)})`;
    case 'lambda':
      return lambdaSql(expression);
    case 'scalar-subquery':
      return 'scalarsubquery()';
    case 'exists':
      return 'exists()';
    case 'in-subquery':
      return `(${expression.values.map(prettyName).join(', ')} IN (listquery()))`;
  }
}

const PARAMETER = 'namedlambdavariable()';

function lambdaSql(lambda: Lambda): string {
  const params = new Set(lambda.params.map((param) => param.id));
  const body = transformUp(lambda.body, (each) =>
    each.kind === 'attribute' && params.has(each.id) ? { ...each, name: PARAMETER } : each,
  );
  return `lambdafunction(${[prettyName(body), ...lambda.params.map(() => PARAMETER)].join(', ')})`;
}

function literalSql(literal: Literal): string {
  const { value, type } = literal;
  if (value === null) return 'NULL';
  switch (type.kind) {
    case 'binary':
      return `X'${value}'`;
    case 'date':
      return `DATE '${value}'`;
    case 'timestamp':
      return `TIMESTAMP '${value}'`;
    case 'timestamp_ntz':
      return `TIMESTAMP_NTZ '${value}'`;
    case 'float':
    case 'double':
      return Number.isInteger(value) ? `${value}.0` : literalText(literal);
    default:
      if (type.kind.startsWith('interval') && !/^interval/i.test(String(value))) return `INTERVAL ${value}`;
      return isNumeric(type) ? String(value) : literalText(literal);
  }
}

function callSql(call: Call): string {
  const args = call.args.map(prettyName);
  const [first = '', second = ''] = args;
  const infix = INFIX[call.written ?? call.fn];
  if (infix !== undefined && args.length === 2) {
    const plain = `${first} ${infix} ${second}`;
    return movesByInterval(call) ? plain : `(${plain})`;
  }
  switch (call.fn) {
    case 'not':
      return `(NOT ${first})`;
    case 'negative':
      return call.written === undefined ? `(- ${first})` : `${call.written}(${first})`;
    case 'isnull':
      return `(${first} IS NULL)`;
    case 'isnotnull':
      return `(${first} IS NOT NULL)`;
    case 'in':
      return `(${first} IN (${args.slice(1).join(', ')}))`;
    case 'like':
      return `${first} LIKE ${second}${args[2] === undefined ? '' : ` ESCAPE '${args[2]}'`}`;
    case 'rlike':
      return `${(call.written ?? call.fn).toUpperCase()}(${first}, ${second})`;
    case 'rank':
    case 'dense_rank':
    case 'percent_rank':
      return `${call.fn.toUpperCase()}()`;
    case 'extract':
    case 'date_part':
      if (call.written === 'extract') return `extract(${first} FROM ${second})`;
      break;
    case 'trim':
    case 'btrim':
    case 'ltrim':
    case 'rtrim':
      if (args.length === 2 && call.fn !== 'btrim')
        return `TRIM(${TRIM_SIDE[call.fn]} ${second} FROM ${first})`;
      break;
    case 'aggregate':
      if (args.length === 3) args.push(`lambdafunction(${PARAMETER}, ${PARAMETER})`);
      break;
    case 'first':
    case 'last':
    case 'any_value':
    case 'from_json':
    case 'from_csv':
    case 'from_xml':
      args.length = Math.min(args.length, 1);
      break;
    case 'case':
      return caseText(args);
    case 'if':
      return `(IF(${args.join(', ')}))`;
    case '.field':
      return `${first}.${second}`;
    case '[]':
      return `${first}[${second}]`;
  }
  const distinct = call.distinct === true ? 'DISTINCT ' : '';
  const filter = call.filter === undefined ? '' : ` FILTER (WHERE ${prettyName(call.filter)})`;
  return `${displayName(call.fn, call.written)}(${distinct}${args.join(', ')})${filter}`;
}

/** A moment and an interval stand without brackets (DateAddYMInterval, TimestampAddInterval). */
function movesByInterval(call: Call): boolean {
  const [moment, interval] = call.args;
  if (moment === undefined || interval === undefined || !isDatetime(call.type)) return false;
  return isDatetime(typeOf(moment)) && isInterval(typeOf(interval));
}

const TRIM_SIDE: Readonly<Record<string, string>> = { trim: 'BOTH', ltrim: 'LEADING', rtrim: 'TRAILING' };

function specSql(window: WindowExpression): string {
  const partition =
    window.partitionBy.length === 0 ? '' : `PARTITION BY ${window.partitionBy.map(prettyName).join(', ')}`;
  const order = window.orderBy.length === 0 ? '' : `ORDER BY ${window.orderBy.map(prettyName).join(', ')}`;
  return [partition, order, window.frame ?? defaultFrame(window)].filter((part) => part !== '').join(' ');
}

/** The frame that Spark writes where none is given; rank and its kin have frames of their own. */
function defaultFrame(window: WindowExpression): string {
  const fn = window.fn;
  if (fn.kind === 'call' && fn.role === 'window' && fn.fn !== 'nth_value') return windowFunctionFrame(fn);
  return window.orderBy.length === 0
    ? 'ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING'
    : 'RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
}

function windowFunctionFrame(fn: Call): string {
  switch (fn.fn) {
    case 'cume_dist':
      return 'RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
    case 'lag':
    case 'lead': {
      const rows = fn.args[1] === undefined ? '1' : prettyName(fn.args[1]);
      const offset = fn.fn === 'lag' ? `-${rows}` : rows;
      return `ROWS BETWEEN ${offset} FOLLOWING AND ${offset} FOLLOWING`;
    }
    default:
      return 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
  }
}
