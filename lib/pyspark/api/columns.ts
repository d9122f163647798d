import type { Column } from '#lib/plan/analyze/column.ts';
import {
  BIGINT,
  BINARY,
  BOOLEAN,
  DATE,
  DOUBLE,
  decimal,
  INT,
  STRING,
  TIMESTAMP,
  VOID,
} from '#lib/plan/types/names.ts';
import { elementsOf } from '../values/iterate.ts';
import { datetimeText } from '../values/python-text.ts';
import type { Value } from '../values/value.ts';

/** Whether PySpark takes the value for a Column. */
export function isColumn(value: Value): boolean {
  return value.kind === 'column' || value.kind === 'when';
}

/** A value where PySpark makes a literal of what is no Column: operands, `isin`, `lit`, `otherwise`. */
export function literalOrColumn(value: Value): Column {
  switch (value.kind) {
    case 'column':
      return value.column;
    case 'when':
      return { kind: 'call', fn: 'case', args: value.branches };
    case 'none':
      return { kind: 'value', value: null, type: VOID };
    case 'bool':
      return { kind: 'value', value: value.value, type: BOOLEAN };
    case 'int':
      return { kind: 'value', value: value.value, type: Math.abs(value.value) < 2 ** 31 ? INT : BIGINT };
    case 'float':
      return { kind: 'value', value: value.value, type: DOUBLE };
    case 'decimal':
      return { kind: 'value', value: String(value.value), type: decimal(38, 18) };
    case 'str':
      return { kind: 'value', value: value.value, type: STRING };
    case 'bytes':
      return { kind: 'value', value: value.value, type: BINARY };
    case 'date':
      return { kind: 'value', value: new Date(value.ms).toISOString().slice(0, 10), type: DATE };
    case 'datetime':
      return { kind: 'value', value: datetimeText(value.ms), type: TIMESTAMP };
    case 'list':
    case 'tuple':
      return { kind: 'call', fn: 'array', args: value.items.map(literalOrColumn) };
    case 'range':
      return { kind: 'call', fn: 'array', args: elementsOf(value)?.items.map(literalOrColumn) ?? [] };
    default:
      return unknownColumn(value);
  }
}

/** A value where a text is a column's name: `select("a")`, `sum("a")`. */
export function columnOrName(value: Value): Column {
  return value.kind === 'str' ? nameColumn(value.value) : literalOrColumn(value);
}

function unknownColumn(value: Value): Column {
  return {
    kind: 'unknown',
    why: value.kind === 'unknown' ? value.why : `a ${value.kind} where a column is expected`,
    reads: [],
  };
}

/** `a`, `t.a`, `a.*`, `*`, with parts in backticks kept whole. */
export function nameColumn(text: string): Column {
  const parts = nameParts(text);
  return parts.at(-1) === '*' ? { kind: 'star', qualifier: parts.slice(0, -1) } : { kind: 'name', parts };
}

function nameParts(text: string): readonly string[] {
  if (!text.includes('`')) return text.split('.');
  const parts = [...text.matchAll(/`((?:[^`]|``)*)`|([^.`]+)/g)];
  return parts.map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('``', '`'),
  );
}

/** `select(a, b)` and `select([a, b])` alike. */
export function flatten(values: readonly Value[]): readonly Value[] {
  if (values.length !== 1) return values;
  const [only] = values;
  return only &&
    (only.kind === 'list' || only.kind === 'tuple' || only.kind === 'set' || only.kind === 'iterator')
    ? (elementsOf(only)?.items ?? [])
    : values;
}

/** Whether columns may be missing from `flatten`: a list that is not known to its end. */
export function isOpen(values: readonly Value[]): boolean {
  return values.some((value) => value.kind === 'unknown' || ('open' in value && value.open === true));
}

export function columnsOf(values: readonly Value[]): readonly Column[] {
  return flatten(values).map(columnOrName);
}
