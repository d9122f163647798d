import { portableHash as hashOf, portablePartition } from '../placement/portable-hash.ts';
import type { PythonKey } from '../placement/python-hash.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_PARTITIONS } from './read-input.ts';

/** The partition of a Python key in `rdd.partitionBy(n)`. */
export const portableHash: CaseKind = {
  kind: 'portable-hash',
  run(input) {
    const python = {
      minor: readMinor(input.field('pythonVersion')),
      hashSeed: input.field('pythonHashSeed').integer(0, 4_294_967_295),
    };
    const hash = hashOf(readKey(input.field('key'), 0, python.minor), python);
    return {
      portableHash: String(hash),
      partition: portablePartition(hash, input.field('numPartitions').integer(1, MAX_PARTITIONS)),
    };
  },
};

const MOST_DIGITS = 10_000;
const MOST_DEPTH = 100;
/** From then on NaN hashes by its place in memory. */
const NAN_BY_PLACE = 10;

function readKey(input: CaseInput, depth: number, minor: number): PythonKey {
  const type = input.field('type').oneOf(['NoneType', 'bool', 'int', 'float', 'str', 'bytes', 'tuple']);
  switch (type) {
    case 'NoneType':
      return { type };
    case 'bool':
      return { type, value: input.field('value').boolean() };
    case 'int':
      return { type, value: readInteger(input.field('value')) };
    case 'float':
      return { type, value: readFloat(input.field('value'), minor) };
    case 'str':
      return { type, value: input.field('value').text() };
    case 'bytes':
      return { type, value: readHex(input.field('value')) };
    case 'tuple':
      if (depth >= MOST_DEPTH) return input.refuse(`a tuple of at most ${MOST_DEPTH} levels`);
      return { type, items: input.field('items').list((item) => readKey(item, depth + 1, minor), 100_000) };
  }
}

function readInteger(input: CaseInput): bigint {
  const text = typeof input.value === 'number' ? String(input.value) : input.text(MOST_DIGITS);
  return /^-?\d+$/.test(text) ? BigInt(text) : input.refuse('a whole number');
}

/** As Python writes it: `1.5`, `1e+300`, `-inf`. */
function readFloat(input: CaseInput, minor: number): number {
  const text = (
    typeof input.value === 'number' ? String(input.value) : input.text(MOST_DIGITS)
  ).toLowerCase();
  const infinite = /^([+-]?)inf(inity)?$/.exec(text);
  if (infinite) return Number(`${infinite[1]}Infinity`);
  if (text === 'nan' && minor < NAN_BY_PLACE) return Number.NaN;
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text);
  return isNumber ? Number(text) : input.refuse('a number (NaN has no fixed hash since Python 3.10)');
}

function readHex(input: CaseInput): Uint8Array {
  const text = input.text();
  if (!/^([0-9a-f]{2})*$/i.test(text)) return input.refuse('hexadecimal digits');
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

function readMinor(input: CaseInput): number {
  const match = /^3\.(\d{1,3})(\.|$)/.exec(input.text(100));
  return match ? Number(match[1]) : input.refuse('a version of Python 3');
}
