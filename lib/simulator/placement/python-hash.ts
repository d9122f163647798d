import { type SipHashKey, sipHash } from './siphash.ts';

/** A Python value that can be a key. Numbers beyond 2^53 are bigint; a float is marked as one. */
export type PythonKey =
  | { readonly type: 'NoneType' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'tuple'; readonly items: readonly PythonKey[] };

/** What the hash of text hangs on. */
export interface Python {
  /** The minor version of Python 3. */
  readonly minor: number;
  /** PYTHONHASHSEED; Spark sets it to 0 unless it is set. */
  readonly hashSeed: number;
}

/** Numbers hash modulo this prime (sys.hash_info.modulus). */
const MODULUS = 2n ** 61n - 1n;
const INFINITY_HASH = 314_159n;
/** SipHash-1-3 replaced SipHash-2-4. */
const SHORTER_SIPHASH = 11;

/**
 * CPython's `hash` of what is not None and not a tuple. Source: Objects/longobject.c, Python/pyhash.c.
 * Left out: NaN, which since 3.10 hashes by its place in memory and gives 0 here.
 */
export function pythonHash(key: Exclude<PythonKey, { type: 'NoneType' | 'tuple' }>, python: Python): bigint {
  switch (key.type) {
    case 'bool':
      return key.value ? 1n : 0n;
    case 'int':
      return hashInteger(key.value);
    case 'float':
      return hashFloat(key.value);
    case 'str':
      return hashBytes(compactBuffer(key.value), python);
    case 'bytes':
      return hashBytes(key.value, python);
  }
}

function hashInteger(value: bigint): bigint {
  return notMinusOne(value < 0n ? -(-value % MODULUS) : value % MODULUS);
}

/** A float that is a whole number hashes as that; others by their fraction m / 2^k modulo the prime. */
function hashFloat(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? INFINITY_HASH : -INFINITY_HASH;
  let whole = Math.abs(value);
  let halvings = 0;
  // Doubling is exact; a double has at most 1074 binary places.
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings++;
  }
  // 2^-1 is 2^60 modulo 2^61 - 1, so that dividing by 2^k is a turn by k bits.
  const turned = ((BigInt(whole) % MODULUS) << BigInt((61 - (halvings % 61)) % 61)) % MODULUS;
  return notMinusOne(value < 0 ? -turned : turned);
}

/** -1 means an error inside CPython. */
function notMinusOne(hash: bigint): bigint {
  return hash === -1n ? -2n : hash;
}

function hashBytes(bytes: Uint8Array, { minor, hashSeed }: Python): bigint {
  if (bytes.length === 0) return 0n;
  const key = keyOfSeed(hashSeed);
  return notMinusOne(minor >= SHORTER_SIPHASH ? sipHash(bytes, key, 1, 3) : sipHash(bytes, key, 2, 4));
}

/** Zero for the seed 0, else the output of a small generator (Python/bootstrap_hash.c, lcg_urandom). */
function keyOfSeed(seed: number): SipHashKey {
  if (seed === 0) return { low: 0n, high: 0n };
  const bytes = new DataView(new ArrayBuffer(16));
  let state = seed | 0;
  for (let i = 0; i < 16; i++) {
    state = (Math.imul(state, 214_013) + 2_531_011) | 0;
    bytes.setUint8(i, (state >>> 16) & 0xff);
  }
  return { low: bytes.getBigUint64(0, true), high: bytes.getBigUint64(8, true) };
}

/** CPython keeps text with 1, 2 or 4 bytes a character, as its largest character needs. */
function compactBuffer(text: string): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const largest = points.reduce((max, point) => Math.max(max, point), 0);
  if (largest < 0x100) return Uint8Array.from(points);
  const wide = largest < 0x10000 ? Uint16Array.from(points) : Uint32Array.from(points);
  return new Uint8Array(wide.buffer);
}
