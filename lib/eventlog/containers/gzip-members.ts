import { type FlateError, Gunzip } from 'fflate';
import { corrupt, type Damage, truncated } from './container.ts';
import { crc32 } from './crc32.ts';

export type Outcome =
  /** The last member ends where the file ends. */
  | 'whole'
  /** fflate refused the piece of `bytes` bytes at `from`; why is only known for a single byte. */
  | { readonly kind: 'unclear'; readonly from: number; readonly bytes: number }
  /** The last member ended at `at`, and what follows is no member. */
  | { readonly kind: 'ended'; readonly at: number }
  | Damage;

export const NO_MEMBER = 'bytes that are no gzip member';

/**
 * fflate's decoder with what it leaves to its caller: the checksum and size behind each member, and whether the
 * last one is complete.
 */
export class GzipMembers {
  /** Decoded bytes handed on, those left out included. */
  delivered: number;
  private decoded = 0;
  private out: Uint8Array[] = [];
  private crc = 0;
  private size = 0;
  private pushed = 0;
  /** The last bytes pushed: a member's trailer shows as such only when the header behind it is there. */
  private last = new Uint8Array(0);
  private mismatch: Damage | undefined;
  private isProbing = false;
  private readonly decoder: Gunzip;

  constructor(leftOut: number) {
    this.delivered = leftOut;
    this.decoder = new Gunzip((data) => this.add(data));
    this.decoder.onmember = (start) => {
      this.mismatch = this.checkTrailer(start);
      if (this.mismatch) throw new Error(this.mismatch.detail);
      this.crc = this.size = 0;
    };
  }

  push(piece: Uint8Array): Outcome | undefined {
    const refusal = this.feed(piece);
    if (refusal === undefined) return undefined;
    if (this.mismatch) return this.mismatch;
    const from = this.pushed - piece.length;
    if (piece.length > 1) return { kind: 'unclear', from, bytes: piece.length };
    if (refusal !== INVALID_HEADER) return { ...corrupt('the compressed data is damaged'), atByte: from };
    return this.endedAt(this.pushed - HEADER_SEEN);
  }

  /**
   * To be called at the end of the file. Whether a member is complete shows when something follows that is none:
   * fflate refuses it after so many bytes.
   */
  end(): Outcome {
    const total = this.pushed;
    if (total === 0) return 'whole';
    this.isProbing = true;
    while (this.pushed < total + TRAILER + HEADER_SEEN) {
      const refusal = this.feed(Uint8Array.of(0));
      if (refusal === undefined) continue;
      const end = this.pushed - HEADER_SEEN;
      if (refusal !== INVALID_HEADER || end === 0 || end > total) break;
      const outcome = this.endedAt(end);
      if (outcome.kind !== 'ended') return outcome;
      if (end === total) return 'whole';
      // One to three bytes are left: padding, junk, or all that is there of another member.
      if (this.last.at(end - this.pushed) === FIRST_BYTE) break;
      return outcome;
    }
    return { ...truncated('the file ends inside the compressed data'), atByte: total };
  }

  /** What was decoded since the last call. */
  take(): readonly Uint8Array[] {
    const { out } = this;
    this.out = [];
    return out;
  }

  /** fflate's error code when it refuses the piece. */
  private feed(piece: Uint8Array): number | undefined {
    this.pushed += piece.length;
    const kept = this.last.subarray(-KEPT);
    this.last = new Uint8Array(kept.length + piece.length);
    this.last.set(kept);
    this.last.set(piece, kept.length);
    try {
      this.decoder.push(piece);
      return undefined;
    } catch (error) {
      return (error as FlateError).code ?? -1;
    }
  }

  private add(data: Uint8Array): void {
    if (this.isProbing) return;
    this.crc = crc32(data, this.crc);
    this.size += data.length;
    this.decoded += data.length;
    if (this.decoded <= this.delivered) return;
    this.out.push(data.subarray(Math.max(0, data.length - (this.decoded - this.delivered))));
    this.delivered = this.decoded;
  }

  private endedAt(end: number): Damage | { readonly kind: 'ended'; readonly at: number } {
    if (end === 0) return { ...corrupt(NO_MEMBER), atByte: 0 };
    return this.checkTrailer(end) ?? { kind: 'ended', at: end };
  }

  /** A member that ends at `end` has its checksum and size in the 8 bytes before. */
  private checkTrailer(end: number): Damage | undefined {
    const at = this.last.length - (this.pushed - end) - TRAILER;
    if (at < 0) return undefined;
    const trailer = new DataView(this.last.buffer, at, TRAILER);
    if (trailer.getUint32(0, true) === this.crc && trailer.getUint32(4, true) === this.size % 2 ** 32) {
      return undefined;
    }
    return { ...corrupt('the checksum does not match'), atByte: end - TRAILER };
  }
}

const FIRST_BYTE = 0x1f;
const TRAILER = 8;
/** Headers are 10 bytes and mostly a file name; behind a longer one the trailer before it goes unchecked. */
const KEPT = 1024;
/** After so many bytes fflate knows whether they begin a member. */
const HEADER_SEEN = 4;
/** fflate's code for bytes that are no member; it has no name in its list. */
const INVALID_HEADER = 6;
