import { UserError } from '#lib/base/assert.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { castValue } from './cast-value.ts';
import type { ScalarFunction } from './scalar-function.ts';

/** Longer results would fill the memory. */
const MOST_CHARACTERS = 10_000_000;

/** Functions of text; positions count characters, not UTF-16 units. */
export const TEXT_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  concat: (args, types, result) => {
    if (result.kind === 'array') return args.flatMap((arg) => arg as readonly SqlValue[]);
    return args.map((arg, i) => castValue(arg, types[i]!, { kind: 'string' })).join('');
  },
  substring: ([value, from, length]) => substring(value as string, Number(from), Number(length ?? Infinity)),
  left: ([value, length]) => substring(value as string, 1, Number(length)),
  right: ([value, length]) =>
    Number(length) <= 0 ? '' : substring(value as string, -Number(length), Infinity),
  upper: ([value]) => (value as string).toUpperCase(),
  lower: ([value]) => (value as string).toLowerCase(),
  trim: ([value]) => (value as string).replace(/^ +| +$/g, ''),
  ltrim: ([value]) => (value as string).replace(/^ +/, ''),
  rtrim: ([value]) => (value as string).replace(/ +$/, ''),
  reverse: ([value]) =>
    Array.isArray(value) ? value.toReversed() : [...(value as string)].reverse().join(''),
  length: ([value]) => (value instanceof Uint8Array ? value.length : [...(value as string)].length),
  octet_length: ([value]) =>
    (value instanceof Uint8Array ? value : new TextEncoder().encode(value as string)).length,
  repeat: ([value, times]) => repeated(value as string, Number(times)),
  lpad: ([value, length, pad]) =>
    padding(value as string, Number(length), pad as string) + head(value, length),
  rpad: ([value, length, pad]) =>
    head(value, length) + padding(value as string, Number(length), pad as string),
  space: ([length]) => repeated(' ', Number(length)),
  replace: ([value, from, to]) =>
    from === '' ? value! : (value as string).replaceAll(from as string, (to ?? '') as string),
  ascii: ([value]) => (value as string).codePointAt(0) ?? 0,
  chr: ([code]) => (Number(code) < 0 ? '' : String.fromCharCode(Number(code) % 256)),
  hex: ([value]) => hex(value!),
};

/** Counts from 1, from the end when negative; 0 is 1 (UTF8String.substringSQL). */
function substring(text: string, from: number, length: number): string {
  const characters = [...text];
  const start = from > 0 ? from - 1 : from < 0 ? characters.length + from : 0;
  return characters.slice(Math.max(0, start), Math.max(0, start + length)).join('');
}

function head(value: SqlValue | undefined, length: SqlValue | undefined): string {
  return substring(value as string, 1, Math.max(0, Number(length)));
}

function padding(text: string, length: number, pad: string): string {
  const missing = length - [...text].length;
  if (missing <= 0 || pad === '') return '';
  return substring(repeated(pad, Math.ceil(missing / [...pad].length)), 1, missing);
}

function repeated(text: string, times: number): string {
  if (text.length * times > MOST_CHARACTERS) throw new UserError('The text would be too long.');
  return text.repeat(Math.max(0, times));
}

function hex(value: Exclude<SqlValue, null>): string {
  if (typeof value === 'bigint' || typeof value === 'number')
    return BigInt.asUintN(64, BigInt(value)).toString(16).toUpperCase();
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value as string);
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
}
