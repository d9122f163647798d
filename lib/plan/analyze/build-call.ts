import type { Call, Expression } from '../expression/expression.ts';
import { call } from '../expression/make.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import { withDefaults } from '../functions/default-arguments.ts';
import { functionSpec } from '../functions/function-catalog.ts';
import type { FunctionSpec } from '../functions/function-spec.ts';
import { resultType, valueType } from '../functions/result-types.ts';
import { UNKNOWN } from '../types/names.ts';
import { parseType } from '../types/parse-type.ts';
import { castToAccepted, castToCommon } from './casts.ts';
import { buildOperator } from './operators.ts';
import { fieldOf } from './scope.ts';
import type { Session } from './session.ts';

/** A function or an operator over resolved arguments: with the casts, the type and the nullability Spark gives it. */
export function buildCall(
  name: string,
  args: readonly Expression[],
  session: Session,
  at: number,
): Expression {
  const fn = name.toLowerCase();
  const udf = session.functions.get(fn);
  if (udf !== undefined) return { kind: 'python-udf', ...udf, args };
  const operator = buildOperator(fn, args, session.ansi);
  if (operator !== undefined) return operator;
  const tried = TRIED[fn];
  if (tried !== undefined) {
    const plain = buildOperator(tried, args, session.ansi);
    if (plain?.kind === 'call') return { ...plain, fn, nullable: true };
  }
  const accessed = buildAccess(fn, args, session);
  if (accessed !== undefined) return accessed;
  const spec = functionSpec(fn);
  if (spec !== undefined) return fromSpec(spec, fn, args, session.ansi);
  const type = args.length === 1 ? parseType(fn) : undefined;
  const [child] = args;
  if (type !== undefined && child !== undefined) return { kind: 'cast', child, type };
  session.problems.push({ at, what: `unknown function ${name}`, effect: 'its type is unknown' });
  return call(fn, args, { type: UNKNOWN, nullable: true });
}

/** Operators that give null instead of failing. */
const TRIED: Readonly<Record<string, string>> = {
  try_add: '+',
  try_subtract: '-',
  try_multiply: '*',
  try_divide: '/',
  try_mod: '%',
};

/** `a[0]`, `m['k']`, `s['field']`, `s.field`. */
function buildAccess(fn: string, args: readonly Expression[], session: Session): Expression | undefined {
  const [value, key] = args;
  if (value === undefined || key === undefined) return undefined;
  if (fn !== '[]' && fn !== '.field') return undefined;
  const type = typeOf(value);
  const text = key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
  if (text !== undefined && (fn === '.field' || type.kind === 'struct' || type.kind === 'array')) {
    return fieldOf(value, text, session);
  }
  return call('[]', [value, key], { type: valueType(type), nullable: true });
}

function fromSpec(spec: FunctionSpec, written: string, given: readonly Expression[], ansi: boolean): Call {
  const accepted = withDefaults(spec.name, given).map((arg, i) =>
    castToAccepted(arg, spec.accepts[Math.min(i, spec.accepts.length - 1)] ?? 'any', ansi),
  );
  const cast = castSame(spec, accepted, ansi);
  const type = resultType(spec.result, cast, ansi);
  const args = takesNames(spec.name) ? cast.map(withoutAlias) : cast;
  return {
    kind: 'call',
    fn: spec.name,
    args,
    type,
    nullable: isNullable(spec, args, ansi),
    role: spec.role,
    deterministic: spec.deterministic,
    ...(written === spec.name ? {} : { written }),
  };
}

/** Arguments whose line says `same` get their common type. */
function castSame(spec: FunctionSpec, args: readonly Expression[], ansi: boolean): readonly Expression[] {
  const first = spec.accepts.indexOf('same');
  if (first >= 0) return [...args.slice(0, first), ...castToCommon(args.slice(first), ansi)];
  return args;
}

function isNullable(spec: FunctionSpec, args: readonly Expression[], ansi: boolean): boolean {
  switch (spec.name) {
    case 'coalesce':
    case 'nvl':
    case 'ifnull':
    case 'greatest':
    case 'least':
      return args.every(nullableOf);
    case 'if':
    case 'nvl2':
      return args.slice(1).some(nullableOf);
    case 'decode':
      return args.length > 2
        ? args.length % 2 === 1 || args.slice(2).some(nullableOf)
        : args.some(nullableOf);
    case 'concat_ws':
    case 'format_string':
      return args.slice(0, 1).some(nullableOf);
    case 'size':
      // Outside ANSI mode the size of null is -1.
      return ansi && args.some(nullableOf);
  }
  if (spec.nullable === 'never') return false;
  if (spec.nullable === 'always') return true;
  return args.some(nullableOf);
}

function takesNames(fn: string): boolean {
  return fn === 'struct' || fn === 'arrays_zip';
}

function withoutAlias(expression: Expression): Expression {
  return expression.kind === 'alias' ? expression.child : expression;
}
