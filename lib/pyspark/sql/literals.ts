import type { Value } from '#lib/plan/analyze/column.ts';
import {
  BIGINT,
  BINARY,
  DATE,
  DOUBLE,
  decimal,
  FLOAT,
  INT,
  SMALLINT,
  STRING,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  TINYINT,
} from '#lib/plan/types/names.ts';
import type { Token } from './tokens.ts';

export function stringValue(text: string): Value {
  return { kind: 'value', value: text, type: STRING };
}

/** The text of a string token, with its escapes read as Spark 4 does (`''` is a quote; 3.5 leaves it out). */
export function stringText(token: Token): string {
  const raw = /^r/i.test(token.text);
  const inner = token.text.slice(raw ? 2 : 1, -1);
  if (raw) return inner;
  const quote = token.text[0] ?? "'";
  return inner
    .replaceAll(quote + quote, quote)
    .replace(ESCAPE, (whole, code: string) => unescaped(whole, code));
}

const ESCAPE = /\\(U[0-9a-fA-F]{8}|u[0-9a-fA-F]{4}|[0-3][0-7]{2}|.)/gs;

const ESCAPED: Readonly<Record<string, string>> = { 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1A' };

function unescaped(whole: string, code: string): string {
  if (/^[uU]./.test(code)) {
    const point = Number.parseInt(code.slice(1), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  }
  if (code.length === 3) return String.fromCharCode(Number.parseInt(code, 8));
  // Kept for LIKE, which gives them a meaning.
  if (code === '%' || code === '_') return whole;
  return ESCAPED[code] ?? code;
}

/** `1`, `1L`, `1.50`, `1e3`, `2.0BD`; `negative` for a sign in front. */
export function numberValue(written: string, negative = false): Value {
  const suffix = /(?:BD|[LSYDF])$/i.exec(written)?.[0].toUpperCase() ?? '';
  const digits = (negative ? '-' : '') + written.slice(0, written.length - suffix.length);
  switch (suffix) {
    case 'L':
      return integer(BigInt(digits), BIGINT);
    case 'S':
      return integer(BigInt(digits), SMALLINT);
    case 'Y':
      return integer(BigInt(digits), TINYINT);
    case 'D':
      return { kind: 'value', value: Number(digits), type: DOUBLE };
    case 'F':
      return { kind: 'value', value: Number(digits), type: FLOAT };
    case 'BD':
      return decimalValue(digits);
  }
  if (/e/i.test(digits)) return { kind: 'value', value: Number(digits), type: DOUBLE };
  if (digits.includes('.')) return decimalValue(digits);
  const value = BigInt(digits);
  if (value >= -(2n ** 31n) && value < 2n ** 31n) return integer(value, INT);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? integer(value, BIGINT) : decimalValue(digits);
}

function integer(value: bigint, type: Value['type']): Value {
  const small = Number(value);
  return { kind: 'value', value: Number.isSafeInteger(small) ? small : value, type };
}

/** As DecimalType.fromDecimal: zeros in front do not count, but there are at least as many digits as decimals. */
function decimalValue(written: string): Value {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  const shift = Number(exponent);
  const all = whole + fraction;
  const scale = Math.max(0, fraction.length - shift);
  const digits = (all + '0'.repeat(Math.max(0, Math.min(shift - fraction.length, 100)))).replace(
    /^0+(?=.)/,
    '',
  );
  const precision = Math.max(digits.length, scale);
  const padded = digits.padStart(scale + 1, '0');
  const point = padded.length - scale;
  const value = scale === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
  return { kind: 'value', value: sign + value, type: decimal(precision, scale) };
}

/** `DATE '2024-01-01'` and its kin; undefined when the word makes no literal. */
export function typedValue(word: string, text: string): Value | undefined {
  switch (word) {
    case 'DATE':
      return { kind: 'value', value: text, type: DATE };
    case 'TIMESTAMP':
    case 'TIMESTAMP_LTZ':
      return { kind: 'value', value: text, type: TIMESTAMP };
    case 'TIMESTAMP_NTZ':
      return { kind: 'value', value: text, type: TIMESTAMP_NTZ };
    case 'X':
      return { kind: 'value', value: text.toUpperCase(), type: BINARY };
    default:
      return undefined;
  }
}
