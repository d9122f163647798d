import { invariant } from '#lib/base/assert.ts';
import type { DataType, DecimalType } from '#lib/plan/types/data-type.ts';
import { MAX_LONG_DIGITS, type SqlValue } from '../rows/sql-value.ts';
import { hashText } from './hash-text.ts';
import { HASH_SEED, hashBytes, hashInt, hashLong } from './murmur3.ts';

/**
 * The SQL function `hash`: the hash of one value seeds that of the next; null leaves the seed as it is.
 * Source: catalyst Murmur3Hash / HashExpression, HashPartitioning.partitionIdExpression. Same in 3.5 to 4.3 for binary
 * collation; other collations (4.0+), maps and variants are left out, Spark refuses the last two.
 */
export function hashRow(values: readonly SqlValue[], types: readonly DataType[]): number {
  return values.reduce<number>((hash, value, i) => hashValue(value, typeAt(types, i), hash), HASH_SEED);
}

export function hashValue(value: SqlValue, type: DataType, seed: number): number {
  if (value === null) return seed;
  switch (type.kind) {
    case 'boolean':
      return hashInt(value === true ? 1 : 0, seed);
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'date':
    case 'interval year to month':
      return hashInt(value as number, seed);
    case 'bigint':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'interval day to second':
      return hashBigint(value as bigint, seed);
    case 'float':
      return hashInt(floatBits(value as number), seed);
    case 'double':
      return hashDouble(value as number, seed);
    case 'decimal':
      return hashDecimal(value as bigint, type, seed);
    case 'string':
      return hashText(value as string, seed);
    case 'binary': {
      const bytes = value as Uint8Array;
      return hashBytes(bytes, bytes.length, seed);
    }
    case 'array':
      return (value as readonly SqlValue[]).reduce<number>(
        (hash, element) => hashValue(element, type.element, hash),
        seed,
      );
    case 'struct':
      return type.fields.reduce(
        (hash, field, i) => hashValue((value as readonly SqlValue[])[i] ?? null, field.type, hash),
        seed,
      );
    default:
      invariant(type.kind === 'void', `${type.kind} has no hash`);
      return seed;
  }
}

function hashBigint(value: bigint, seed: number): number {
  return hashLong(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)), seed);
}

const BITS = new DataView(new ArrayBuffer(8));

/** -0.0 hashes as 0.0; there is one NaN (Float.floatToIntBits). */
function floatBits(value: number): number {
  if (value === 0) return 0;
  if (Number.isNaN(value)) return 0x7fc00000;
  BITS.setFloat32(0, value);
  return BITS.getInt32(0);
}

function hashDouble(value: number, seed: number): number {
  if (value === 0) return hashLong(0, 0, seed);
  if (Number.isNaN(value)) return hashLong(0, 0x7ff80000, seed);
  BITS.setFloat64(0, value);
  return hashLong(BITS.getInt32(4), BITS.getInt32(0), seed);
}

function hashDecimal(unscaled: bigint, { precision }: DecimalType, seed: number): number {
  if (precision <= MAX_LONG_DIGITS) return hashBigint(unscaled, seed);
  const bytes = bigEndian(unscaled);
  return hashBytes(bytes, bytes.length, seed);
}

/** The fewest bytes in two's complement that hold the number (java.math.BigInteger.toByteArray). */
export function bigEndian(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.unshift(Number(rest & 0xffn));
    rest >>= 8n;
  } while (!((rest === 0n && bytes[0]! < 0x80) || (rest === -1n && bytes[0]! >= 0x80)));
  return Uint8Array.from(bytes);
}

function typeAt(types: readonly DataType[], i: number): DataType {
  const type = types[i];
  invariant(type !== undefined, 'every value has a type');
  return type;
}
