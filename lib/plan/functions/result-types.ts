import type { Expression } from '../expression/expression.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import { widestType } from '../types/common-type.ts';
import type { DataType, DecimalType, Field } from '../types/data-type.ts';
import { bounded, decimalFor } from '../types/decimal.ts';
import {
  arrayOf,
  BIGINT,
  DATE,
  DOUBLE,
  decimal,
  fullArrayOf,
  INT,
  isIntegral,
  isInterval,
  mapOf,
  STRING,
  structOf,
  TIMESTAMP,
  UNKNOWN,
  VARIANT,
  VOID,
} from '../types/names.ts';
import { parseSchema, parseType } from '../types/parse-type.ts';

/** The type of a call, from the result part of its function's line. */
export function resultType(result: string, args: readonly Expression[], ansi: boolean): DataType {
  if (!result.startsWith('@')) return parseType(result) ?? UNKNOWN;
  const types = args.map(typeOf);
  const position = Number(result.slice(1));
  if (!Number.isNaN(position)) return types[position] ?? UNKNOWN;
  const rule = RULES[result.slice(1)];
  return rule === undefined ? UNKNOWN : rule({ args, types, first: types[0] ?? UNKNOWN, ansi });
}

interface Given {
  readonly args: readonly Expression[];
  readonly types: readonly DataType[];
  readonly first: DataType;
  readonly ansi: boolean;
}

const RULES: Readonly<Record<string, (given: Given) => DataType>> = {
  sum: ({ first }) => {
    if (first.kind === 'decimal') return bounded(first.precision + 10, first.scale);
    if (isIntegral(first)) return BIGINT;
    return isInterval(first) ? first : DOUBLE;
  },
  avg: ({ first }) => {
    if (first.kind === 'decimal') return bounded(first.precision + 4, first.scale + 4);
    return isInterval(first) ? first : DOUBLE;
  },
  median: ({ first }) => (isInterval(first) ? first : DOUBLE),
  percentiles: ({ first, types }) => (types[1]?.kind === 'array' ? arrayOf(first) : first),
  percentiles_double: ({ types, first }) => {
    const each = isInterval(first) ? first : DOUBLE;
    return types[1]?.kind === 'array' ? arrayOf(each) : each;
  },
  text: ({ first }) => (first.kind === 'binary' ? first : STRING),
  best: ({ first, types }) => (types.length > 2 ? arrayOf(first) : first),
  pivot: ({ types }) => arrayOf(types[1] ?? UNKNOWN),
  list_of_0: ({ first }) => fullArrayOf(first),
  array_of_0: ({ first }) => arrayOf(first),
  wider: ({ types, ansi }) => widestType(types, ansi) ?? UNKNOWN,
  branches: ({ types, ansi }) => widestType(types.slice(1), ansi) ?? UNKNOWN,
  round: ({ args, first }) => (first.kind === 'decimal' ? rounded(first, args[1]) : first),
  ceil: ({ first, args }) => {
    const type = first.kind === 'decimal' || args.length > 1 ? decimalFor(first) : undefined;
    if (type === undefined) return BIGINT;
    return args.length > 1 ? rounded(type, args[1]) : bounded(type.precision - type.scale + 1, 0);
  },
  number: ({ args }) => {
    const format = args[1]?.kind === 'literal' ? String(args[1].value) : '';
    const [whole = '', fraction = ''] = format.split(/[.Dd]/);
    const digits = (text: string): number => text.replace(/[^09]/g, '').length;
    return decimal(digits(whole) + digits(fraction), digits(fraction));
  },
  part: ({ args }) => {
    const field = args[0]?.kind === 'literal' ? String(args[0].value).toLowerCase() : '';
    return field.startsWith('sec') || field === 's' ? decimal(8, 6) : INT;
  },
  shifted: ({ types }) => (types[2] === undefined ? DATE : TIMESTAMP),
  decode: ({ types, ansi }) => {
    const isResult = (i: number): boolean => i > 0 && (i % 2 === 0 || i === types.length - 1);
    return types.length > 2
      ? (widestType(
          types.filter((_, i) => isResult(i)),
          ansi,
        ) ?? UNKNOWN)
      : STRING;
  },
  // Collections.
  array: ({ args, types, ansi }) => {
    const element = types.length === 0 ? VOID : (widestType(types, ansi) ?? UNKNOWN);
    return args.some(nullableOf) ? arrayOf(element) : fullArrayOf(element);
  },
  full_strings: () => fullArrayOf(STRING),
  element: ({ first }) => (first.kind === 'array' ? first.element : UNKNOWN),
  value: ({ first }) => valueType(first),
  keys: ({ first }) => fullArrayOf(first.kind === 'map' ? first.key : UNKNOWN),
  values: ({ first }) => arrayOf(first.kind === 'map' ? first.value : UNKNOWN),
  entries: ({ first }) =>
    arrayOf(
      first.kind === 'map' ? structOf([field('key', first.key), field('value', first.value)]) : UNKNOWN,
    ),
  concat: ({ types, first, ansi }) => {
    if (first.kind === 'array' || first.kind === 'binary') return widestType(types, ansi) ?? first;
    return STRING;
  },
  map: ({ types, ansi }) =>
    mapOf(
      widestType(
        types.filter((_, i) => i % 2 === 0),
        ansi,
      ) ?? UNKNOWN,
      widestType(
        types.filter((_, i) => i % 2 === 1),
        ansi,
      ) ?? UNKNOWN,
    ),
  map_of_arrays: ({ types }) => mapOf(valueType(types[0]), valueType(types[1])),
  map_of_entries: ({ first }) => {
    const entry = valueType(first);
    if (entry.kind !== 'struct') return UNKNOWN;
    return mapOf(entry.fields[0]?.type ?? UNKNOWN, entry.fields[1]?.type ?? UNKNOWN);
  },
  map_zip: ({ types }) => {
    const map = types[0];
    return map?.kind === 'map' ? mapOf(map.key, types[2] ?? UNKNOWN) : UNKNOWN;
  },
  sequence: ({ first, types, ansi }) =>
    fullArrayOf(
      first.kind === 'date' || first.kind === 'timestamp' ? first : (widestType(types, ansi) ?? first),
    ),
  struct: ({ args }) =>
    structOf(args.map((arg, i) => field('name' in arg ? arg.name : `col${i + 1}`, typeOf(arg)))),
  named_struct: ({ args, types }) => {
    const fields: Field[] = [];
    for (let i = 0; i + 1 < args.length; i += 2) {
      const name = args[i];
      fields.push(
        field(name?.kind === 'literal' ? String(name.value) : `col${i / 2 + 1}`, types[i + 1] ?? UNKNOWN),
      );
    }
    return structOf(fields);
  },
  with_field: ({ args, types, first }) => {
    const name = textOf(args[1]);
    const added = types[2];
    if (first.kind !== 'struct' || name === undefined || added === undefined) return first;
    const replaces = first.fields.some((each) => each.name === name);
    if (!replaces) return structOf([...first.fields, field(name, added)]);
    return structOf(first.fields.map((each) => (each.name === name ? field(name, added) : each)));
  },
  without_fields: ({ args, first }) => {
    const gone = new Set(args.slice(1).map(textOf));
    return first.kind === 'struct' ? structOf(first.fields.filter((each) => !gone.has(each.name))) : first;
  },
  zip: ({ args, types }) =>
    arrayOf(structOf(args.map((arg, i) => field('name' in arg ? arg.name : String(i), valueType(types[i]))))),
  // Functions of functions: the type of a lambda is that of its body.
  transform: ({ types }) => arrayOf(types[1] ?? UNKNOWN),
  zip_with: ({ types }) => arrayOf(types[2] ?? UNKNOWN),
  fold: ({ types }) => types[3] ?? types[1] ?? UNKNOWN,
  transform_keys: ({ types, first }) => mapOf(types[1] ?? UNKNOWN, valueType(first)),
  transform_values: ({ types, first }) =>
    mapOf(first.kind === 'map' ? first.key : UNKNOWN, types[1] ?? UNKNOWN),
  // Types that a text argument names.
  schema: ({ args }) => namedType(args[1]) ?? UNKNOWN,
  named_type: ({ args }) => (args[2] === undefined ? VARIANT : (namedType(args[2]) ?? UNKNOWN)),
};

/** A digit more before the point, since rounding may carry (RoundBase.dataType). */
function rounded(type: DecimalType, digits: Expression | undefined): DataType {
  const scale = digits === undefined ? 0 : integerOf(digits);
  const whole = type.precision - type.scale + 1;
  if (scale < 0) return bounded(Math.max(whole, 1 - scale), 0);
  const kept = Math.min(type.scale, scale);
  return bounded(whole + kept, kept);
}

function integerOf(expression: Expression): number {
  if (expression.kind === 'literal') return Number(expression.value);
  if (expression.kind === 'call' && expression.fn === 'negative') {
    return expression.args[0] === undefined ? 0 : -integerOf(expression.args[0]);
  }
  return expression.kind === 'cast' ? integerOf(expression.child) : 0;
}

function field(name: string, type: DataType): Field {
  return { name, type, nullable: true };
}

/** What `x[…]` gives of an array or a map. */
export function valueType(type: DataType | undefined): DataType {
  if (type?.kind === 'array') return type.element;
  return type?.kind === 'map' ? type.value : UNKNOWN;
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}

function namedType(expression: Expression | undefined): DataType | undefined {
  const text = textOf(expression);
  if (text === undefined) return undefined;
  const type = parseType(text);
  if (type !== undefined) return type;
  const fields = parseSchema(text);
  return fields === undefined ? undefined : structOf(fields);
}
