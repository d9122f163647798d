/** A queue that gives the smallest key first, and of equal keys the one that came first. */
export class MinHeap<T> {
  readonly #keys: number[] = [];
  readonly #sequences: number[] = [];
  readonly #items: T[] = [];
  #pushed = 0;

  get size(): number {
    return this.#items.length;
  }

  get smallestKey(): number | undefined {
    return this.#keys[0];
  }

  push(key: number, item: T): void {
    this.#keys.push(key);
    this.#sequences.push(this.#pushed++);
    this.#items.push(item);
    let at = this.#items.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): T | undefined {
    if (this.#items.length === 0) return undefined;
    this.#swap(0, this.#items.length - 1);
    this.#keys.pop();
    this.#sequences.pop();
    const item = this.#items.pop();
    this.#sink();
    return item;
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < this.#items.length && this.#isBefore(left, least)) least = left;
      if (right < this.#items.length && this.#isBefore(right, least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#keys[a]! - this.#keys[b]!;
    return difference < 0 || (difference === 0 && this.#sequences[a]! < this.#sequences[b]!);
  }

  #swap(a: number, b: number): void {
    swap(this.#keys, a, b);
    swap(this.#sequences, a, b);
    swap(this.#items, a, b);
  }
}

function swap<T>(list: T[], a: number, b: number): void {
  const kept = list[a]!;
  list[a] = list[b]!;
  list[b] = kept;
}
