/**
 * Cuts a stream of bytes into blocks of whole lines, without copying more than the lines that straddle two
 * chunks. Lines have no length limit in Spark (an adaptive plan update can be 1 MB and more), so what is
 * carried over grows with them, up to `MAX_LINE`.
 */

/** A line longer than this is skipped and counted: no event is that long, and memory stays bounded. */
export const MAX_LINE = 96 * 1024 * 1024;

const NEWLINE = 10;

/** Receives bytes[start, end): whole lines, except the last block of a stream, which may lack its newline. */
export type BlockHandler = (bytes: Uint8Array, start: number, end: number, offset: number) => void;

export interface OversizedLine {
  /** Offset of the line in the decoded stream, in bytes. */
  readonly offset: number;
  readonly length: number;
}

export class BlockCutter {
  readonly #onBlock: BlockHandler;
  readonly #onOversized: (line: OversizedLine) => void;
  #carry: Uint8Array = new Uint8Array(64 * 1024);
  #carried = 0;
  /** Bytes of the current line dropped because it is too long. */
  #dropped = 0;
  #offset = 0;

  constructor(onBlock: BlockHandler, onOversized: (line: OversizedLine) => void) {
    this.#onBlock = onBlock;
    this.#onOversized = onOversized;
  }

  /** Bytes of the stream seen so far. */
  get offset(): number {
    return this.#offset;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    if (this.#carried > 0 || this.#dropped > 0) {
      const newline = chunk.indexOf(NEWLINE);
      const stop = newline < 0 ? chunk.length : newline + 1;
      this.#extend(chunk, 0, stop);
      if (newline >= 0) this.#flushCarry(this.#offset + stop);
      start = stop;
    }
    const last = start < chunk.length ? chunk.lastIndexOf(NEWLINE) : -1;
    if (last >= start) {
      this.#onBlock(chunk, start, last + 1, this.#offset + start);
      start = last + 1;
    }
    if (start < chunk.length) this.#extend(chunk, start, chunk.length);
    this.#offset += chunk.length;
  }

  /** The stream ended: a last line without its newline is handed over too. */
  end(): void {
    if (this.#carried > 0 || this.#dropped > 0) this.#flushCarry(this.#offset);
  }

  #flushCarry(endOffset: number): void {
    const length = this.#carried + this.#dropped;
    const offset = endOffset - length;
    if (this.#dropped > 0) this.#onOversized({ offset, length });
    else this.#onBlock(this.#carry, 0, this.#carried, offset);
    this.#carried = 0;
    this.#dropped = 0;
    if (this.#carry.length > 8 * 1024 * 1024) this.#carry = new Uint8Array(64 * 1024);
  }

  #extend(chunk: Uint8Array, from: number, to: number): void {
    const add = to - from;
    if (this.#dropped > 0 || this.#carried + add > MAX_LINE) {
      this.#dropped += this.#carried + add;
      this.#carried = 0;
      return;
    }
    if (this.#carried + add > this.#carry.length) {
      const grown = new Uint8Array(Math.max(this.#carried + add, this.#carry.length * 2));
      grown.set(this.#carry.subarray(0, this.#carried));
      this.#carry = grown;
    }
    this.#carry.set(from === 0 && to === chunk.length ? chunk : chunk.subarray(from, to), this.#carried);
    this.#carried += add;
  }
}
