import { copyMatch } from './copy-match.ts';
import { huffmanTable } from './huffman.ts';
import type { InputBuffer } from './input-buffer.ts';

/**
 * Decodes one deflate stream (RFC 1951) and leaves `input` exactly behind it. `room` (of `ROOM_BYTES`) is where
 * it decodes to; many streams may use it one after the other.
 *
 * Browsers have a decoder too (DecompressionStream), but it tells neither where a stream ended nor what was
 * decodable of a damaged one, and takes a second gzip member for junk. On logs this one is about as fast.
 */
export async function* inflate(input: InputBuffer, room: Uint8Array): AsyncGenerator<Uint8Array, InflateEnd> {
  const state = new InflateState(room);
  for (;;) {
    const inputEnded = input.available < HEADER_BYTES && !(await input.has(HEADER_BYTES));
    const outcome = state.run(input, inputEnded);
    if (outcome === 'more input') continue;
    if (state.filled > state.sent) yield room.subarray(state.sent, state.filled);
    if (outcome !== 'output full') return outcome;
    state.slide();
  }
}

/** `cut`: the input ended first. `corrupt`: the bits contradict the format. What was yielded before is good. */
export type InflateEnd = 'complete' | 'cut' | 'corrupt';

/** Longer than any block header (at most 14 + 19 * 3 + 318 * 14 bits), so one is always read in one go. */
const HEADER_BYTES = 1024;
/** How far back a match can reach. */
const WINDOW_BYTES = 32 * 1024;
const LONGEST_MATCH = 258;
export const ROOM_BYTES = WINDOW_BYTES + 256 * 1024 + LONGEST_MATCH;
/** Two codes and their extra bits are 48 bits; reading ahead takes 2 more bytes. */
const SYMBOL_BYTES = 8;

class InflateState {
  private readonly out: Uint8Array;
  filled = 0;
  /** Up to here `out` was handed on. */
  sent = 0;

  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  /** Bits read from `bytes` but not used yet, the next one lowest. */
  private hold = 0;
  private bits = 0;

  private block: 'none' | 'stored' | 'coded' = 'none';
  private isLastBlock = false;
  private storedLeft = 0;
  private literals = FIXED_LITERALS;
  private distances = FIXED_DISTANCES;

  constructor(room: Uint8Array) {
    this.out = room;
  }

  /** Decodes until input or room runs out, or to the end. Without `inputEnded`, at least a header's bytes are there. */
  run(input: InputBuffer, inputEnded: boolean): InflateEnd | 'more input' | 'output full' {
    this.bytes = input.bytes;
    this.at = input.at;
    let outcome: ReturnType<InflateState['run']> | undefined;
    while (outcome === undefined) {
      if (this.block === 'stored') outcome = this.copyStored(input.end, inputEnded);
      else if (this.block === 'coded') outcome = this.decodeCoded(input.end, inputEnded);
      else if (this.isLastBlock) outcome = 'complete';
      else if (!inputEnded && input.end - this.at < HEADER_BYTES) outcome = 'more input';
      else outcome = this.readBlockHeader(input.end);
    }
    // Whole bytes that were read ahead go back; fewer than 8 bits are kept.
    this.at -= this.bits >>> 3;
    this.bits &= 7;
    this.hold &= (1 << this.bits) - 1;
    input.at = Math.min(this.at, input.end);
    return outcome;
  }

  /** Makes room again, keeping what later matches may refer to. */
  slide(): void {
    this.out.copyWithin(0, this.filled - WINDOW_BYTES, this.filled);
    this.filled = WINDOW_BYTES;
    this.sent = WINDOW_BYTES;
  }

  private readBlockHeader(end: number): 'cut' | 'corrupt' | undefined {
    this.isLastBlock = this.take(1) === 1;
    const type = this.take(2);
    if (type === 0) return this.readStoredHeader(end);
    if (type === 3) return 'corrupt';
    if (type === 1) {
      this.literals = FIXED_LITERALS;
      this.distances = FIXED_DISTANCES;
    } else if (!this.readTables()) {
      return this.isBeyond(end) ? 'cut' : 'corrupt';
    }
    this.block = 'coded';
    return this.isBeyond(end) ? 'cut' : undefined;
  }

  private readStoredHeader(end: number): 'cut' | 'corrupt' | undefined {
    this.take(this.bits & 7);
    this.storedLeft = this.take(16);
    const complement = this.take(16);
    if (this.isBeyond(end)) return 'cut';
    if ((this.storedLeft ^ complement) !== 0xffff) return 'corrupt';
    this.block = 'stored';
    return undefined;
  }

  private copyStored(end: number, inputEnded: boolean): 'more input' | 'output full' | 'cut' | undefined {
    this.at -= this.bits >>> 3;
    this.bits = this.hold = 0;
    const room = this.out.length - this.filled;
    const count = Math.min(this.storedLeft, room, end - this.at);
    this.out.set(this.bytes.subarray(this.at, this.at + count), this.filled);
    this.at += count;
    this.filled += count;
    this.storedLeft -= count;
    if (this.storedLeft === 0) {
      this.block = 'none';
      return undefined;
    }
    if (count === room) return 'output full';
    return inputEnded ? 'cut' : 'more input';
  }

  /** Reads the two tables of a block with its own codes; their lengths are themselves coded. */
  private readTables(): boolean {
    const literalCount = this.take(5) + 257;
    const distanceCount = this.take(5) + 1;
    const orderCount = this.take(4) + 4;
    const lengthLengths = new Uint8Array(19);
    for (let i = 0; i < orderCount; i++) lengthLengths[LENGTH_ORDER[i]!] = this.take(3);
    const lengthCodes = huffmanTable(lengthLengths);
    if (!lengthCodes) return false;

    const lengths = new Uint8Array(literalCount + distanceCount);
    for (let i = 0; i < lengths.length; ) {
      const symbol = this.takeSymbol(lengthCodes);
      if (symbol < 0) return false;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) return false;
      const repeated = symbol === 16 ? lengths[i - 1]! : 0;
      const times = symbol === 18 ? this.take(7) + 11 : this.take(symbol === 16 ? 2 : 3) + 3;
      if (i + times > lengths.length) return false;
      lengths.fill(repeated, i, i + times);
      i += times;
    }
    const literals = huffmanTable(lengths.subarray(0, literalCount));
    const distances = huffmanTable(lengths.subarray(literalCount));
    if (!literals || !distances) return false;
    this.literals = literals;
    this.distances = distances;
    return true;
  }

  /** The hot loop: works on local variables, which the engine keeps in registers. */
  private decodeCoded(
    end: number,
    inputEnded: boolean,
  ): 'more input' | 'output full' | 'cut' | 'corrupt' | undefined {
    const { out, bytes, literals, distances } = this;
    const literalMask = literals.length - 1;
    const distanceMask = distances.length - 1;
    const full = out.length - LONGEST_MATCH;
    const safe = end - SYMBOL_BYTES;
    let { at, hold, bits, filled } = this;
    let outcome: ReturnType<InflateState['decodeCoded']> = 'output full';
    while (filled <= full) {
      if (at > safe && !inputEnded) {
        outcome = 'more input';
        break;
      }
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      const literal = literals[hold & literalMask]!;
      hold >>>= literal & 15;
      bits -= literal & 15;
      const symbol = literal >>> 4;
      if (inputEnded && at - (bits >>> 3) > end) {
        outcome = 'cut';
        break;
      }
      if (symbol < 256 && literal !== 0) {
        out[filled++] = symbol;
        continue;
      }
      if (symbol === 256) {
        this.block = 'none';
        outcome = undefined;
        break;
      }
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      const lengthBits = MATCH_EXTRA_BITS[symbol - 257] ?? 0;
      const match = (MATCH_BASE[symbol - 257] ?? 0) + (hold & ((1 << lengthBits) - 1));
      hold >>>= lengthBits;
      bits -= lengthBits;
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      const code = distances[hold & distanceMask]!;
      hold >>>= code & 15;
      bits -= code & 15;
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      const distanceBits = DISTANCE_EXTRA_BITS[code >>> 4] ?? 0;
      const distance = (DISTANCE_BASE[code >>> 4] ?? 0) + (hold & ((1 << distanceBits) - 1));
      hold >>>= distanceBits;
      bits -= distanceBits;
      if (inputEnded && at - (bits >>> 3) > end) {
        outcome = 'cut';
        break;
      }
      if (literal === 0 || code === 0 || match === 0 || distance === 0 || distance > filled) {
        outcome = 'corrupt';
        break;
      }
      copyMatch(out, filled, distance, match);
      filled += match;
    }
    this.at = at;
    this.hold = hold;
    this.bits = bits;
    this.filled = filled;
    return outcome;
  }

  /** The next `count` bits, at most 16. Beyond the input they are arbitrary: `isBeyond` tells afterwards. */
  private take(count: number): number {
    this.refill();
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.bits -= count;
    return value;
  }

  private takeSymbol(table: Uint16Array): number {
    this.refill();
    const entry = table[this.hold & (table.length - 1)]!;
    this.hold >>>= entry & 15;
    this.bits -= entry & 15;
    return entry === 0 ? -1 : entry >>> 4;
  }

  private refill(): void {
    if (this.bits >= 16) return;
    this.hold |= (this.bytes[this.at]! | (this.bytes[this.at + 1]! << 8)) << this.bits;
    this.at += 2;
    this.bits += 16;
  }

  private isBeyond(end: number): boolean {
    return this.at - (this.bits >>> 3) > end;
  }
}

const LENGTH_ORDER = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15);
// biome-ignore format: the tables of RFC 1951, 3.2.5
const MATCH_BASE = Uint16Array.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258);
// biome-ignore format: as above
const MATCH_EXTRA_BITS = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0);
// biome-ignore format: as above
const DISTANCE_BASE = Uint16Array.of(1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577);
// biome-ignore format: as above
const DISTANCE_EXTRA_BITS = Uint8Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13);

/** The codes of blocks without tables of their own; always valid. */
const FIXED_LITERALS = huffmanTable(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
)!;
const FIXED_DISTANCES = huffmanTable(new Uint8Array(30).fill(5))!;
