/**
 * Turns byte ranges into texts without making a new string for each of a million hosts and executor ids:
 * a log repeats few of them.
 */
export class TextPool {
  readonly #slots: (Entry | undefined)[] = new Array(SLOTS);
  readonly #decoder = new TextDecoder();

  text(bytes: Uint8Array, start: number, end: number): string {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const slot = hash & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known && same(known.bytes, bytes, start, end)) return known.text;
    const copy = bytes.slice(start, end);
    const text = this.#decoder.decode(copy);
    this.#slots[slot] = { bytes: copy, text };
    return text;
  }
}

interface Entry {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A power of two; a colliding text replaces the older one. */
const SLOTS = 1024;

function same(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
