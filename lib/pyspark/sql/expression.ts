import type { Column } from '#lib/plan/analyze/column.ts';
import { BOOLEAN, UNKNOWN, VOID } from '#lib/plan/types/names.ts';
import { functionColumn } from './functions.ts';
import { type Body, bodyOf, type Kind, kindOf, parseStatement, type Tree } from './library.ts';
import { numberValue, stringValue } from './literals.ts';
import { call, nameOf, not, optionalName, partsOf, plainName, type Reader } from './reader.ts';
import { specialForm } from './special-forms.ts';
import { PARAMETER, TYPE } from './spelling.ts';
import { overColumn } from './windows.ts';

/** Operators of two operands, which the library nests to the left. */
const BINARY: Partial<Record<Kind, string>> = {
  and: 'and',
  or: 'or',
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  mod: '%',
  eq: '=',
  null_safe_eq: '<=>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  concat: 'concat',
  bitwise_and: '&',
  bitwise_or: '|',
  bitwise_xor: '^',
  bitwise_left_shift: '<<',
  bitwise_right_shift: '>>',
};

export function readColumns(trees: readonly Tree[], reader: Reader): readonly Column[] {
  return trees.map((tree) => readColumn(tree, reader));
}

export function readColumn(tree: Tree, reader: Reader): Column {
  const operator = BINARY[kindOf(tree)];
  if (operator !== undefined) return binary(tree, reader);
  const read = READ[kindOf(tree)] as ((body: unknown, reader: Reader) => Column) | undefined;
  if (read !== undefined) return read(Object.values(tree)[0], reader);
  return (
    specialForm(tree, reader, readColumn) ??
    functionColumn(tree, reader, readColumn) ??
    unreadable(tree, reader)
  );
}

/** Long chains of conditions are walked, not descended: they may have thousands of links. */
function binary(tree: Tree, reader: Reader): Column {
  const links: (readonly [operator: string, right: Tree])[] = [];
  let left = tree;
  for (let operator = BINARY[kindOf(left)]; operator !== undefined; operator = BINARY[kindOf(left)]) {
    const operands = Object.values(left)[0] as Body<'and'>;
    links.push([operator, operands.right]);
    left = operands.left;
  }
  return links.reduceRight(
    (column, [operator, right]) => call(operator, column, readColumn(right, reader)),
    readColumn(left, reader),
  );
}

type Readers = { readonly [K in Kind]?: (body: Body<K>, reader: Reader) => Column };

const READ: Readers = {
  literal: (body, reader) =>
    body.literal_type === 'string'
      ? (reader.spelling.literals[Number(body.value)] ?? stringValue(body.value))
      : numberValue(String(body.value)),
  boolean: ({ value }) => ({ kind: 'value', value, type: BOOLEAN }),
  null: () => ({ kind: 'value', value: null, type: VOID }),
  column: (body, reader) => columnName(body, reader),
  identifier: (body, reader) => name([nameOf(body)], reader),
  dot: (body, reader) => field(body, reader),
  subscript: ({ this: of, index }, reader) => call('[]', readColumn(of, reader), readColumn(index, reader)),
  star: (body) => ({
    kind: 'star',
    qualifier: body.table === null ? [] : partsOf(body.table),
    ...(body.except !== null && { except: body.except.map(nameOf) }),
  }),
  paren: ({ this: of }, reader) => readColumn(of, reader),
  alias: (body, reader) => {
    const names = body.column_aliases.length > 0 ? body.column_aliases.map(nameOf) : [nameOf(body.alias)];
    return { kind: 'named', child: readColumn(body.this, reader), names };
  },
  pivot_alias: (body, reader) => {
    const alias = bodyOf(body.alias, 'column')?.name ?? bodyOf(body.alias, 'identifier');
    return { kind: 'named', child: readColumn(body.this, reader), names: [optionalName(alias) ?? ''] };
  },
  neg: ({ this: of }, reader) => negative(of, reader),
  not: ({ this: of }, reader) => negated(of, reader),
  raw: ({ sql }, reader) => rawColumn(sql, reader),
  bitwise_not: ({ this: of }, reader) => call('~', readColumn(of, reader)),
  int_div: (body, reader) => call('div', readColumn(body.this, reader), readColumn(body.expression, reader)),
  neq: (body, reader) => not(call('=', readColumn(body.left, reader), readColumn(body.right, reader))),
  null_safe_neq: (body, reader) =>
    not(call('<=>', readColumn(body.left, reader), readColumn(body.right, reader))),
  is_null: (body, reader) => call(body.not ? 'isnotnull' : 'isnull', readColumn(body.this, reader)),
  is_true: (body, reader) => isBoolean(body, true, reader),
  is_false: (body, reader) => isBoolean(body, false, reader),
  between: (body, reader) => {
    const of = readColumn(body.this, reader);
    const within = call(
      'and',
      call('>=', of, readColumn(body.low, reader)),
      call('<=', of, readColumn(body.high, reader)),
    );
    return body.not ? not(within) : within;
  },
  in: (body, reader) => inColumn(body, reader),
  like: (body, reader) => like('like', body, false, reader),
  i_like: (body, reader) => like('ilike', body, false, reader),
  regexp_like: (body, reader) =>
    call('rlike', readColumn(body.this, reader), readColumn(body.pattern, reader)),
  case: (body, reader) => caseColumn(body, reader),
  cast: (body, reader) => castColumn(body, false, reader),
  try_cast: (body, reader) => castColumn(body, true, reader),
  exists: (body, reader) => {
    const exists: Column = { kind: 'query', use: 'exists', values: [], query: reader.query(body.this) };
    return body.not ? not(exists) : exists;
  },
  subquery: (body, reader) => scalar({ subquery: body }, reader),
  select: (body, reader) => scalar({ select: body }, reader),
  union: (body, reader) => scalar({ union: body }, reader),
  intersect: (body, reader) => scalar({ intersect: body }, reader),
  except: (body, reader) => scalar({ except: body }, reader),
  tuple: ({ expressions }, reader) => struct(readColumns(expressions, reader)),
  lambda: ({ parameters, body }, reader) => {
    const params = parameters.map(nameOf);
    const lambdas = new Set([...reader.lambdas, ...params.map((param) => param.toLowerCase())]);
    return { kind: 'lambda-column', params, body: readColumn(body, { ...reader, lambdas }) };
  },
  named_argument: (body, reader) => ({
    kind: 'named',
    child: readColumn(body.value, reader),
    names: [nameOf(body.name)],
  }),
  window_function: (body, reader) => overColumn(readColumn(body.this, reader), body.over, reader, readColumn),
};

function scalar(tree: Tree, reader: Reader): Column {
  return { kind: 'query', use: 'scalar', values: [], query: reader.query(tree) };
}

function columnName(body: Body<'column'>, reader: Reader): Column {
  const parts = [...(body.table === null ? [] : partsOf(body.table)), nameOf(body.name)];
  return body.name.quoted && parts.length === 1 ? { kind: 'name', parts } : name(parts, reader);
}

function name(parts: readonly string[], reader: Reader): Column {
  const [first = '', ...fields] = parts;
  if (first.startsWith(PARAMETER)) {
    const parameter = first.slice(PARAMETER.length);
    return { kind: 'unknown', why: `parameter ${parameter === '_' ? '?' : `:${parameter}`}`, reads: [] };
  }
  if (!reader.lambdas.has(first.toLowerCase())) return { kind: 'name', parts };
  const parameter: Column = { kind: 'lambda-parameter', name: first };
  return fields.reduce<Column>((of, part) => call('.field', of, stringValue(part)), parameter);
}

/** A field of a name is part of the name: what it means depends on the plan. */
function field(body: Body<'dot'>, reader: Reader): Column {
  const of = readColumn(body.this, reader);
  const part = plainName(body.field.name);
  if (of.kind === 'name' && !('paren' in body.this)) return { kind: 'name', parts: [...of.parts, part] };
  return call('.field', of, stringValue(part));
}

/** A sign before a number belongs to it, as in Spark's grammar. */
function negative(of: Tree, reader: Reader): Column {
  const literal = bodyOf(of, 'literal');
  if (literal?.literal_type === 'number') return numberValue(literal.value, true);
  const column = readColumn(of, reader);
  if (literal === undefined || column.kind !== 'value' || column.value === null)
    return call('negative', column);
  if (column.type.kind === 'string' || column.type.kind.startsWith('interval'))
    return call('negative', column);
  if (typeof column.value === 'string') return { ...column, value: `-${column.value}` };
  return typeof column.value === 'boolean' ? call('negative', column) : { ...column, value: -column.value };
}

/** NOT LIKE ANY asks for one pattern that does not fit. */
function negated(of: Tree, reader: Reader): Column {
  const pattern = bodyOf(of, 'like') ?? bodyOf(of, 'i_like');
  if (pattern?.quantifier === null || pattern === undefined) return not(readColumn(of, reader));
  return like('like' in of ? 'like' : 'ilike', pattern, true, reader);
}

/** The library leaves `NOT a LIKE b` as text. */
function rawColumn(sql: string, reader: Reader): Column {
  const negation = /^not\s+/i.exec(sql)?.[0] ?? '';
  const parsed = parseStatement(`SELECT ${sql.slice(negation.length)}`);
  const tree = 'tree' in parsed ? bodyOf(parsed.tree, 'select')?.expressions[0] : undefined;
  if (tree === undefined || 'raw' in tree) return lost(sql, reader);
  return negation === '' ? readColumn(tree, reader) : not(readColumn(tree, reader));
}

function isBoolean(body: Body<'is_true'>, value: boolean, reader: Reader): Column {
  const same = call('<=>', readColumn(body.this, reader), { kind: 'value', value, type: BOOLEAN });
  return body.not ? not(same) : same;
}

function inColumn(body: Body<'in'>, reader: Reader): Column {
  const tuple = bodyOf(body.this, 'tuple');
  const found: Column =
    body.query === null
      ? call('in', readColumn(body.this, reader), ...readColumns(body.expressions, reader))
      : {
          kind: 'query',
          use: 'in',
          values: readColumns(tuple?.expressions ?? [body.this], reader),
          query: reader.query(body.query),
        };
  return body.not ? not(found) : found;
}

function like(fn: string, body: Body<'like'>, negate: boolean, reader: Reader): Column {
  const of = readColumn(body.left, reader);
  const escapes = body.escape === null ? [] : [readColumn(body.escape, reader)];
  const one = (pattern: Tree) => {
    const fits = call(fn, of, readColumn(pattern, reader), ...escapes);
    return negate ? not(fits) : fits;
  };
  if (body.quantifier === null) return one(body.right);
  const patterns = bodyOf(body.right, 'tuple')?.expressions ?? [body.right];
  const operator = body.quantifier === 'ALL' ? 'and' : 'or';
  return patterns.map(one).reduce((left, right) => call(operator, left, right));
}

/** `CASE a WHEN 1 …` asks `a = 1` each time. */
function caseColumn(body: Body<'case'>, reader: Reader): Column {
  const operand = body.operand === null ? undefined : readColumn(body.operand, reader);
  const branches = body.whens.flatMap(([when, then]) => {
    const condition = readColumn(when, reader);
    return [operand === undefined ? condition : call('=', operand, condition), readColumn(then, reader)];
  });
  return call('case', ...branches, ...(body.else_ === null ? [] : [readColumn(body.else_, reader)]));
}

function castColumn(body: Body<'cast'>, tries: boolean, reader: Reader): Column {
  const written = 'name' in body.to ? String(body.to.name).toLowerCase() : '';
  const type = reader.spelling.types[Number(written.slice(TYPE.length))] ?? UNKNOWN;
  return { kind: 'cast-to', child: readColumn(body.this, reader), type, ...(tries && { try: true }) };
}

/** `(a, b)` makes a struct whose fields are named as Spark names them. */
function struct(columns: readonly Column[]): Column {
  const fields = columns.flatMap((column, index) => {
    const own =
      column.kind === 'name' ? column.parts.at(-1) : column.kind === 'named' ? column.names[0] : undefined;
    return [stringValue(own ?? `col${index + 1}`), column];
  });
  return call('named_struct', ...fields);
}

function unreadable(tree: Tree, reader: Reader): Column {
  return lost(kindOf(tree).replaceAll('_', ' '), reader);
}

function lost(what: string, reader: Reader): Column {
  reader.problem(`Cannot read ${what}.`);
  return { kind: 'unknown', why: what, reads: [] };
}
