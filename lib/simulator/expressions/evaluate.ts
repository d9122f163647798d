import { UserError } from '#lib/base/assert.ts';
import type { Call, Expression, Literal } from '#lib/plan/expression/expression.ts';
import { typeOf } from '#lib/plan/expression/type-of.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import { readDecimal } from '../rows/read-value.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { ARITHMETIC } from './arithmetic.ts';
import { daysOfText, microsOfText } from './calendar.ts';
import { castValue, NoSuchCast } from './cast-value.ts';
import { COLLECTION_FUNCTIONS, CONSTRUCTORS } from './collection-functions.ts';
import { COMPARISONS, NULL_AWARE } from './logic.ts';
import type { NullableFunction, ScalarFunction } from './scalar-function.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { TIME_FUNCTIONS } from './time-functions.ts';

/** The value of an expression for one row, given by the values of its columns by attribute id. */
export type Evaluate = (row: ReadonlyMap<number, SqlValue>) => SqlValue;

const SCALAR = new Map<string, ScalarFunction>(
  Object.entries({
    ...ARITHMETIC,
    ...TEXT_FUNCTIONS,
    ...TIME_FUNCTIONS,
    ...COLLECTION_FUNCTIONS,
    ...COMPARISONS,
  }),
);
const NULLABLE = new Map<string, NullableFunction>(Object.entries({ ...CONSTRUCTORS, ...NULL_AWARE }));

/**
 * Makes a function of a resolved expression, as Spark computes it with ANSI mode off and the zone UTC. Throws `UserError`
 * for what cannot be computed here: a function that is not modelled, a value drawn at random.
 */
export function compileExpression(expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'attribute':
      return (row) => row.get(expression.id) ?? null;
    case 'literal': {
      const value = literalValue(expression);
      return () => value;
    }
    case 'alias':
      return compileExpression(expression.child);
    case 'cast': {
      const child = compileExpression(expression.child);
      const from = typeOf(expression.child);
      return guarded(
        (row) => castValue(child(row), from, expression.type),
        `a cast of ${typeName(from)} to ${typeName(expression.type)}`,
      );
    }
    case 'call':
      return compileCall(expression);
    default:
      throw unknown(expression.kind);
  }
}

function compileCall({ fn, args, type }: Call): Evaluate {
  const types = args.map(typeOf);
  const values = args.map(compileExpression);
  const nullable = NULLABLE.get(fn);
  if (nullable !== undefined)
    return guarded(
      (row) =>
        nullable(
          values.map((value) => value(row)),
          types,
          type,
        ),
      fn,
    );
  const scalar = SCALAR.get(fn);
  if (scalar === undefined) throw unknown(`the function ${fn}`);
  return guarded((row) => {
    const found: Exclude<SqlValue, null>[] = [];
    for (const value of values) {
      const one = value(row);
      if (one === null) return null;
      found.push(one);
    }
    return scalar(found, types, type);
  }, fn);
}

function guarded(evaluate: Evaluate, what: string): Evaluate {
  return (row) => {
    try {
      return evaluate(row);
    } catch (error) {
      throw error instanceof NoSuchCast ? unknown(what) : error;
    }
  };
}

function literalValue({ value, type }: Literal): SqlValue {
  if (value === null) return null;
  switch (type.kind) {
    case 'bigint':
      return BigInt(value);
    case 'decimal':
      return readDecimal(String(value), type);
    case 'date':
      return present(daysOfText(String(value)), value);
    case 'timestamp':
    case 'timestamp_ntz':
      return present(microsOfText(String(value)), value);
    case 'binary':
      return Uint8Array.from(String(value).match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
    case 'float':
      return Math.fround(Number(value));
    case 'double':
    case 'tinyint':
    case 'smallint':
    case 'int':
      return Number(value);
    case 'string':
    case 'boolean':
      return value;
    default:
      throw unknown(`a literal of type ${typeName(type)}`);
  }
}

function present(value: number | bigint | undefined, text: Literal['value']): number | bigint {
  if (value === undefined) throw new UserError(`"${text}" is no date or timestamp`);
  return value;
}

function unknown(what: string): UserError {
  return new UserError(
    `${what} cannot be computed here`,
    'Arithmetic, comparisons, CASE, casts, and common functions of text, time and collections can.',
  );
}
