import type { Attribute } from '../expression/expression.ts';
import type { DataType } from '../types/data-type.ts';

/** Bytes of the text in a string column, as a rule of thumb, in whole words. */
const TEXT = 16;

/**
 * Bytes of a row in a shuffle before compression, which is what an adaptive run measures sides of joins by: a word for the
 * nulls, one for each column, and the values that do not fit into a word. Source: UnsafeRow, SQLShuffleWriteMetricsReporter.
 */
export function unsafeRowBytes(output: readonly Attribute[]): number {
  const nulls = 8 * Math.ceil(output.length / 64);
  return output.reduce((sum, attribute) => sum + 8 + variableBytes(attribute.type), nulls);
}

function variableBytes(type: DataType): number {
  switch (type.kind) {
    case 'string':
    case 'unknown':
      return TEXT;
    case 'binary':
      return 64;
    case 'decimal':
      return type.precision > 18 ? 16 : 0;
    case 'array':
    case 'map':
      return 48;
    case 'struct':
      return 8 + type.fields.reduce((sum, field) => sum + 8 + variableBytes(field.type), 0);
    default:
      return 0;
  }
}
