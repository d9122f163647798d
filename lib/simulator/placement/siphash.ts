const MASK = 0xffff_ffff_ffff_ffffn;

export interface SipHashKey {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * SipHash, by which CPython hashes text: signed 64 bits. Source: CPython Python/pyhash.c; the rounds per word are 1 since
 * 3.11 and 2 before, those at the end 3 and 4.
 */
export function sipHash(bytes: Uint8Array, key: SipHashKey, rounds: number, finalRounds: number): bigint {
  const state: State = [
    key.low ^ 0x736f_6d65_7073_6575n,
    key.high ^ 0x646f_7261_6e64_6f6dn,
    key.low ^ 0x6c79_6765_6e65_7261n,
    key.high ^ 0x7465_6462_7974_6573n,
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const aligned = bytes.length & ~7;
  for (let i = 0; i < aligned; i += 8) absorb(state, view.getBigUint64(i, true), rounds);
  let last = BigInt(bytes.length & 0xff) << 56n;
  for (let i = aligned; i < bytes.length; i++) last |= BigInt(bytes[i]!) << BigInt(8 * (i - aligned));
  absorb(state, last, rounds);
  state[2] ^= 0xffn;
  for (let i = 0; i < finalRounds; i++) round(state);
  return BigInt.asIntN(64, state[0] ^ state[1] ^ state[2] ^ state[3]);
}

type State = [bigint, bigint, bigint, bigint];

function absorb(state: State, word: bigint, rounds: number): void {
  state[3] ^= word;
  for (let i = 0; i < rounds; i++) round(state);
  state[0] ^= word;
}

function round(state: State): void {
  let [a, b, c, d] = state;
  a = (a + b) & MASK;
  b = rotate(b, 13n) ^ a;
  a = rotate(a, 32n);
  c = (c + d) & MASK;
  d = rotate(d, 16n) ^ c;
  a = (a + d) & MASK;
  d = rotate(d, 21n) ^ a;
  c = (c + b) & MASK;
  b = rotate(b, 17n) ^ c;
  c = rotate(c, 32n);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function rotate(word: bigint, by: bigint): bigint {
  return ((word << by) | (word >> (64n - by))) & MASK;
}
