import { UserError } from '#lib/base/assert.ts';
import { type DataType, type DecimalType, typeName } from '#lib/plan/types/data-type.ts';
import type { SqlValue } from './sql-value.ts';

/**
 * A value of a type from JSON: text, or what JSON has for it; lists for arrays, objects for structs by field name and for
 * maps by key. Dates are days, timestamps and day-time intervals microseconds, year-month intervals months, binary hex.
 * Throws `UserError` where the value is not one of the type.
 */
export function readValue(json: unknown, type: DataType): SqlValue {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case 'array':
      return Array.isArray(json)
        ? json.map((element) => readValue(element, type.element))
        : refuse(json, type);
    case 'struct': {
      const fields = record(json, type);
      return type.fields.map((field) => readValue(fields[field.name], field.type));
    }
    case 'map': {
      const entries = Object.entries(record(json, type));
      return {
        keys: entries.map(([key]) => readValue(key, type.key)),
        values: entries.map(([, value]) => readValue(value, type.value)),
      };
    }
    default:
      return readAtomic(typeof json === 'object' ? refuse(json, type) : String(json), type);
  }
}

/** Bits of the types that are held as a number. */
const NUMBER_BITS: Readonly<Record<string, bigint>> = {
  tinyint: 8n,
  smallint: 16n,
  int: 32n,
  date: 32n,
  'interval year to month': 32n,
};

function readAtomic(text: string, type: DataType): SqlValue {
  switch (type.kind) {
    case 'void':
      return null;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : refuse(text, type);
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'date':
    case 'interval year to month':
      return Number(readWhole(text, type, NUMBER_BITS[type.kind]!));
    case 'bigint':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'interval day to second':
      return readWhole(text, type, 64n);
    case 'float':
      return Math.fround(readReal(text, type));
    case 'double':
      return readReal(text, type);
    case 'decimal':
      return readDecimal(text, type);
    case 'string':
      return text;
    case 'binary':
      return readHex(text, type);
    default:
      return refuse(text, type);
  }
}

function readWhole(text: string, type: DataType, bits: bigint): bigint {
  if (!/^[+-]?\d{1,40}$/.test(text)) return refuse(text, type);
  const whole = BigInt(text);
  return BigInt.asIntN(Number(bits), whole) === whole ? whole : refuse(text, type);
}

function readReal(text: string, type: DataType): number {
  const match = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (match) return match[2]!.toLowerCase() === 'nan' ? Number.NaN : Number(`${match[1]}Infinity`);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : refuse(text, type);
}

/** Unscaled, with the type's digits after the point; digits beyond them are rounded half up, as a cast does. */
export function readDecimal(text: string, type: DecimalType): bigint {
  const match = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  const digits = match ? `${match[2]}${match[3] ?? ''}` : '';
  if (match === null || digits === '') return refuse(text, type);
  const exponent = Number(match[4] ?? 0) - (match[3] ?? '').length + type.scale;
  const unsigned = rescaled(BigInt(digits), exponent);
  if (unsigned >= 10n ** BigInt(type.precision)) return refuse(text, type);
  return match[1] === '-' ? -unsigned : unsigned;
}

function rescaled(value: bigint, exponent: number): bigint {
  if (exponent >= 0) return value * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return (value + divisor / 2n) / divisor;
}

function readHex(text: string, type: DataType): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(text)) return refuse(text, type);
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}

function record(json: unknown, type: DataType): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(json, type);
  return json as Readonly<Record<string, unknown>>;
}

function refuse(json: unknown, type: DataType): never {
  throw new UserError(`${JSON.stringify(json).slice(0, 60)} is no ${typeName(type)}`);
}
