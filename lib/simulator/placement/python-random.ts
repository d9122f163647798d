const SIZE = 624;
const SHIFT = 397;

/**
 * CPython's `random.Random(seed)` for a whole seed within 32 bits: the Mersenne Twister. Source: CPython
 * Modules/_randommodule.c (init_by_array, genrand_uint32, random), Lib/random.py (_randbelow).
 */
export class PythonRandom {
  private readonly state = new Uint32Array(SIZE);
  private index = SIZE;

  constructor(seed: number) {
    const { state } = this;
    state[0] = 19_650_218;
    for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1_812_433_253, spread(state, i)) + i;
    for (let k = 0, i = 1; k < SIZE; k++) {
      state[i] = (state[i]! ^ Math.imul(spread(state, i), 1_664_525)) + seed;
      i = nextOf(state, i);
    }
    // The first loop ends at place 2.
    for (let k = 1, i = 2; k < SIZE; k++) {
      state[i] = (state[i]! ^ Math.imul(spread(state, i), 1_566_083_941)) - i;
      i = nextOf(state, i);
    }
    state[0] = 0x8000_0000;
  }

  /** From 0 to below 1, with 53 bits. */
  random(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  /** `randint(0, 1)`: tries two bits until they are one of both. */
  coin(): number {
    let bits = this.next() >>> 30;
    while (bits >= 2) bits = this.next() >>> 30;
    return bits;
  }

  private next(): number {
    if (this.index === SIZE) this.twist();
    let y = this.state[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c_5680;
    y ^= (y << 15) & 0xefc6_0000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const y = (state[i]! & 0x8000_0000) | (state[(i + 1) % SIZE]! & 0x7fff_ffff);
      state[i] = state[(i + SHIFT) % SIZE]! ^ (y >>> 1) ^ (y & 1 ? 0x9908_b0df : 0);
    }
    this.index = 0;
  }
}

function spread(state: Uint32Array, i: number): number {
  return state[i - 1]! ^ (state[i - 1]! >>> 30);
}

function nextOf(state: Uint32Array, i: number): number {
  if (i + 1 < SIZE) return i + 1;
  state[0] = state[SIZE - 1]!;
  return 1;
}
