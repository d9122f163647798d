import type { AccumulableReader } from './accumulables.ts';
import { isExact } from './exact-digits.ts';
import type { LineLayout, Slot } from './learn-shape.ts';

/**
 * Reads lines of one known layout by position: every constant byte is compared, every value is parsed in place.
 * It reads several times faster than `JSON.parse` because no object, key or string is made, and it is
 * exact: the first byte that differs from the layout makes it give up, and the line is parsed as JSON instead.
 */
export class LineShape {
  readonly slots: readonly Slot[];
  /** Parsed values by slot: numbers; 1 or 0 for booleans. Valid until the next match. */
  readonly numbers: Float64Array;
  /** Where texts stand in the matched bytes, by slot. */
  readonly textStart: Int32Array;
  readonly textEnd: Int32Array;

  readonly #kinds: Uint8Array;
  readonly #literalAt: Int32Array;
  readonly #literalBytes: Uint8Array;
  readonly #literalView: DataView;
  readonly #accumulables: AccumulableReader;

  constructor(layout: LineLayout, accumulables: AccumulableReader) {
    this.slots = layout.slots;
    const count = layout.slots.length;
    this.numbers = new Float64Array(count);
    this.textStart = new Int32Array(count);
    this.textEnd = new Int32Array(count);
    this.#accumulables = accumulables;
    this.#kinds = Uint8Array.from(layout.slots, (slot) => KINDS.indexOf(slot.kind));
    this.#literalAt = new Int32Array(count + 2);
    let size = 0;
    for (const [i, literal] of layout.literals.entries()) {
      this.#literalAt[i] = size;
      size += literal.length;
    }
    this.#literalAt[count + 1] = size;
    this.#literalBytes = new Uint8Array(size);
    for (const [i, literal] of layout.literals.entries()) this.#literalBytes.set(literal, this.#literalAt[i]);
    this.#literalView = new DataView(this.#literalBytes.buffer);
  }

  /** Position after the line that starts at `start`, or -1 when it has another layout. */
  match(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const kinds = this.#kinds;
    const count = kinds.length;
    let at = start;
    for (let slot = 0; slot < count; slot++) {
      at = this.#literal(slot, bytes, view, at, end);
      if (at < 0) return -1;
      switch (kinds[slot]) {
        case NUMBER: {
          let c = bytes[at]!;
          const negative = c === MINUS;
          if (negative) c = bytes[++at]!;
          if (!(c >= ZERO && c <= NINE)) return -1;
          const digits = at;
          let value = 0;
          do {
            value = value * 10 + (c - ZERO);
            c = bytes[++at]!;
          } while (c >= ZERO && c <= NINE);
          if (!isExact(bytes, digits, at)) return -1;
          this.numbers[slot] = negative ? -value : value;
          break;
        }
        case TEXT: {
          this.textStart[slot] = at;
          let c = bytes[at]!;
          while (c !== QUOTE) {
            // Control characters, line ends among them, cannot stand in a text.
            if (c === BACKSLASH || c < BLANK || at >= end) return -1;
            c = bytes[++at]!;
          }
          this.textEnd[slot] = at;
          break;
        }
        case BOOLEAN: {
          // "true" and "false" are told apart by the first byte; what follows is checked by the next literal.
          const yes = bytes[at] === LETTER_T;
          this.numbers[slot] = yes ? 1 : 0;
          at += yes ? 4 : 5;
          if (bytes[at - 1] !== LETTER_E) return -1;
          break;
        }
        default: {
          at = this.#accumulables.read(bytes, view, at, end);
          if (at < 0) return -1;
        }
      }
    }
    return this.#literal(count, bytes, view, at, end);
  }

  /** Compares a literal four bytes at a time; position after it, or -1. */
  #literal(slot: number, bytes: Uint8Array, view: DataView, at: number, end: number): number {
    const literal = this.#literalBytes;
    const literalView = this.#literalView;
    let from = this.#literalAt[slot]!;
    const to = this.#literalAt[slot + 1]!;
    let position = at;
    if (position + (to - from) > end) return -1;
    for (; from + 4 <= to; from += 4, position += 4) {
      if (view.getInt32(position) !== literalView.getInt32(from)) return -1;
    }
    for (; from < to; from++, position++) {
      if (bytes[position] !== literal[from]) return -1;
    }
    return position;
  }
}

const NUMBER = 0;
const TEXT = 1;
const BOOLEAN = 2;
const KINDS: readonly Slot['kind'][] = ['number', 'text', 'boolean', 'accumulables'];

const BLANK = 32;
const QUOTE = 34;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
const LETTER_E = 101;
const LETTER_T = 116;
