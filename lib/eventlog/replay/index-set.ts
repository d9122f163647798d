/** A set of small non-negative integers (task indices, task ids) as bits: a million of them take 125 kB. */
export class IndexSet {
  #bits = new Uint8Array(64);
  /** Numbers too large for the bits; only a damaged log has them. */
  readonly #large = new Set<number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(index: number): boolean {
    if (!isSmall(index)) return this.#large.has(index);
    return ((this.#bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  /** Whether it was new. */
  add(index: number): boolean {
    if (this.has(index)) return false;
    this.#size++;
    if (!isSmall(index)) {
      this.#large.add(index);
      return true;
    }
    const byte = index >> 3;
    if (byte >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[byte] = this.#bits[byte]! | (1 << (index & 7));
    return true;
  }

  /** Size of the union of several sets. */
  static unionSize(sets: readonly IndexSet[]): number {
    const first = sets[0];
    if (!first) return 0;
    if (sets.length === 1) return first.size;
    const union = new IndexSet();
    for (const set of sets) for (const index of set) union.add(index);
    return union.size;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let byte = 0; byte < this.#bits.length; byte++) {
      const bits = this.#bits[byte]!;
      for (let bit = 0; bits >> bit !== 0; bit++) if ((bits >> bit) & 1) yield byte * 8 + bit;
    }
    yield* this.#large;
  }
}

const LIMIT = 256 * 1024 * 1024;

function isSmall(index: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < LIMIT;
}
