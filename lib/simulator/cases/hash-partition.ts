import { UserError } from '#lib/base/assert.ts';
import type { DataType } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { hashRow } from '../placement/hash-value.ts';
import { partitionOfHash } from '../placement/murmur3.ts';
import { readValue } from '../rows/read-value.ts';
import type { CaseKind } from './case-kind.ts';
import type { CaseInput } from './read-input.ts';

/** Numbers of partitions for which a hash is shown: small ones, the default, and one above 2,000. */
const COUNTS = [2, 3, 8, 200, 2001];
const MOST_COLUMNS = 10_000;

/** The hash of one row, and the partitions it falls into. */
export const hashPartition: CaseKind = {
  kind: 'hash-partition',
  run(input) {
    const columns = input.field('columns').list((column) => {
      const type = readType(column.field('type'));
      return { type, value: readValue(column.field('value').value, type) };
    }, MOST_COLUMNS);
    const hash = hashRow(
      columns.map(({ value }) => value),
      columns.map(({ type }) => type),
    );
    return {
      hash,
      partitionByCount: Object.fromEntries(COUNTS.map((count) => [count, partitionOfHash(hash, count)])),
    };
  },
};

function readType(input: CaseInput): DataType {
  const type = parseType(input.text(10_000));
  if (type === undefined) return input.refuse('a SQL type');
  if (!isHashable(type)) throw new UserError(`"${input.path}": Spark does not hash ${input.text()}`);
  return type;
}

function isHashable(type: DataType): boolean {
  switch (type.kind) {
    case 'map':
    case 'variant':
    case 'interval':
    case 'unknown':
      return false;
    case 'array':
      return isHashable(type.element);
    case 'struct':
      return type.fields.every((field) => isHashable(field.type));
    default:
      return true;
  }
}
