import type { DataType } from '#lib/plan/types/data-type.ts';
import { bigEndian } from '../placement/hash-value.ts';
import { isMap, MAX_LONG_DIGITS, type SqlValue } from './sql-value.ts';

/**
 * Bytes of a row as Spark holds it, and as the metric "data size" of an exchange counts it: a bit for the nulls of each 64
 * fields and a word for each field, then what does not fit into a word, rounded up to words.
 * Source: UnsafeRow, UnsafeRowWriter, UnsafeArrayWriter, GenerateUnsafeProjection. Same in 3.5 to 4.3.
 */
export function unsafeRowBytes(values: readonly SqlValue[], types: readonly DataType[]): number {
  const fixed = 8 * Math.ceil(types.length / 64) + 8 * types.length;
  return types.reduce((sum, type, i) => sum + fieldBytes(values[i] ?? null, type), fixed);
}

/** A large decimal and a calendar interval have their room even when they are null. */
function fieldBytes(value: SqlValue, type: DataType): number {
  if (isLargeDecimal(type) || type.kind === 'interval') return 16;
  return value === null ? 0 : variableBytes(value, type);
}

function variableBytes(value: Exclude<SqlValue, null>, type: DataType): number {
  switch (type.kind) {
    case 'string':
      return wholeWords(utf8Length(value as string));
    case 'binary':
      return wholeWords((value as Uint8Array).length);
    case 'struct':
      return unsafeRowBytes(
        value as readonly SqlValue[],
        type.fields.map((field) => field.type),
      );
    case 'array':
      return arrayBytes(value as readonly SqlValue[], type.element);
    case 'map':
      // The word in front is the size of the keys.
      return isMap(value) ? 8 + arrayBytes(value.keys, type.key) + arrayBytes(value.values, type.value) : 0;
    default:
      return 0;
  }
}

/** Its number of elements, a bit for the nulls of each 64, the elements side by side, then what is longer than a word. */
function arrayBytes(values: readonly SqlValue[], element: DataType): number {
  const fixed = 8 + 8 * Math.ceil(values.length / 64) + wholeWords(values.length * elementBytes(element));
  return values.reduce<number>((sum, value) => sum + elementVariableBytes(value, element), fixed);
}

/** Unlike a field, a large decimal in an array takes as many words as its digits need, and none when it is null. */
function elementVariableBytes(value: SqlValue, type: DataType): number {
  if (type.kind === 'interval') return 16;
  if (value === null) return 0;
  return isLargeDecimal(type) ? wholeWords(bigEndian(value as bigint).length) : variableBytes(value, type);
}

function elementBytes(type: DataType): number {
  switch (type.kind) {
    case 'boolean':
    case 'tinyint':
      return 1;
    case 'smallint':
      return 2;
    case 'int':
    case 'date':
    case 'float':
    case 'interval year to month':
      return 4;
    default:
      return 8;
  }
}

function isLargeDecimal(type: DataType): boolean {
  return type.kind === 'decimal' && type.precision > MAX_LONG_DIGITS;
}

function wholeWords(bytes: number): number {
  return 8 * Math.ceil(bytes / 8);
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Both halves of a pair count two: four bytes together.
    if (unit > 0x7f) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
