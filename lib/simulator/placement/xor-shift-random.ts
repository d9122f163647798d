import { finish, mixHash, mixKey } from './murmur3.ts';

/** What Scala's MurmurHash3.bytesHash starts from (arraySeed), which spreads the bits of the seed. */
const ARRAY_SEED = 0x3c074a61;
const MASK = 0xffff_ffff_ffff_ffffn;

/**
 * Spark's generator of random numbers. Source: org.apache.spark.util.random.XORShiftRandom (hashSeed, next), nextInt of
 * java.util.Random. Same in 3.5 to 4.3.
 */
export class XorShiftRandom {
  private state: bigint;

  /** `seed` is a whole number within 32 bits, as partition numbers are. */
  constructor(seed: number) {
    const low = hashOfSeed(seed, ARRAY_SEED);
    this.state = (BigInt(hashOfSeed(seed, low) >>> 0) << 32n) | BigInt(low >>> 0);
  }

  /** The lowest bits of the next state, signed as a Java int. */
  next(bits: number): number {
    let x = this.state;
    x ^= (x << 21n) & MASK;
    x ^= x >> 35n;
    x ^= (x << 4n) & MASK;
    this.state = x;
    return Number(BigInt.asIntN(32, x & ((1n << BigInt(bits)) - 1n)));
  }

  /** From 0 to `bound` - 1. */
  nextInt(bound: number): number {
    let bits = this.next(31);
    // A power of two takes the high bits.
    if ((bound & -bound) === bound) return Number((BigInt(bound) * BigInt(bits)) >> 31n);
    // Tries again where the last, shorter run of values would make the small ones likelier.
    while (bits - (bits % bound) + (bound - 1) > 0x7fff_ffff) bits = this.next(31);
    return bits % bound;
  }
}

/** The standard's Murmur3 of the eight big-endian bytes of the seed as a long. */
function hashOfSeed(seed: number, start: number): number {
  const words = [seed < 0 ? -1 : 0, seed].map(reversed);
  return finish(
    words.reduce((hash, word) => mixHash(hash, mixKey(word)), start),
    8,
  );
}

function reversed(word: number): number {
  return ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | ((word >>> 24) & 0xff);
}
