import { BLOCK_CORRUPT, type BlockFormat, decodeBlocks, HEADER_CUT } from './block-stream.ts';
import { type Container, corrupt } from './container.ts';
import { copyLiterals, copyMatch } from './copy-match.ts';
import { startsWith } from './starts-with.ts';
import { xxHash32 } from './xxhash32.ts';

/**
 * LZ4Block: what Spark writes with `spark.io.compression.codec=lz4`. It is lz4-java's own framing, which the
 * lz4 command line tool cannot read: https://github.com/lz4/lz4-java (LZ4BlockOutputStream).
 *
 * Header, 21 bytes: "LZ4Block", a token (high half: 0x10 stored, 0x20 compressed; low half: block size level),
 * then little-endian compressed size, decoded size and checksum. A header with two zero sizes ends a stream;
 * another stream may follow. The blocks are raw LZ4:
 * https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export const lz4Block: Container = {
  id: 'lz4',
  name: 'LZ4',
  sniff: (head) => startsWith(head, MAGIC),
  decode: (open, report) => decodeBlocks(open, report, FORMAT),
};

const FORMAT: BlockFormat = {
  hasEndMark: true,
  longestHeader: 21,
  readHeader(bytes, at, end) {
    if (end - at < 21) return HEADER_CUT;
    if (!startsWith(bytes, MAGIC, at)) return corrupt('a block does not start with "LZ4Block"');
    const token = bytes[at + 8]!;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 9, 12);
    const storedBytes = view.getInt32(0, true);
    const size = view.getInt32(4, true);
    const raw = (token & 0xf0) === STORED;
    const largest = 1 << (SMALLEST_LEVEL + (token & 0x0f));
    const possible =
      size >= 0 &&
      size <= largest &&
      storedBytes >= 0 &&
      size <= storedBytes * BEST_RATIO &&
      (raw ? storedBytes === size : storedBytes <= size);
    if (!possible || (!raw && (token & 0xf0) !== COMPRESSED)) {
      return corrupt(`impossible block header (${storedBytes} bytes for ${size})`);
    }
    return {
      headerBytes: 21,
      storedBytes,
      size,
      raw,
      endsStream: size === 0,
      checksum: view.getInt32(8, true),
    };
  },
  readBlock(block, header, out, at) {
    if (header.size === 0) return undefined;
    if (header.raw) out.set(block, at);
    else if (!decodeLz4(block, out, at, at + header.size)) return BLOCK_CORRUPT;
    const checksum = xxHash32(out, at, at + header.size, SEED) & CHECKSUM_MASK;
    return checksum === header.checksum ? undefined : corrupt('the checksum of a block does not match');
  },
};

const MAGIC = new TextEncoder().encode('LZ4Block');
const STORED = 0x10;
const COMPRESSED = 0x20;
/** lz4-java's block sizes are 2^10 (level 0) to 2^25 (level 15): 32 MiB at most. */
const SMALLEST_LEVEL = 10;
/** One byte of a match length stands for at most 255 bytes. */
const BEST_RATIO = 255;
const SEED = 0x9747b28c;
/** lz4-java keeps 28 bits of the hash ("to be compatible with Java's Checksum" in its source). */
const CHECKSUM_MASK = 0x0fffffff;

/** Decodes one raw LZ4 block into `out[start..end)`. False when the block is not valid or does not fill it. */
export function decodeLz4(block: Uint8Array, out: Uint8Array, start: number, end: number): boolean {
  const length = block.length;
  let from = 0;
  let to = start;
  while (from < length) {
    const token = block[from++]!;
    let literals = token >>> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255 && from < length) literals += more = block[from++]!;
    }
    if (literals > length - from || literals > end - to) return false;
    copyLiterals(out, to, block, from, literals);
    from += literals;
    to += literals;
    // The last sequence is literals only.
    if (from === length) return to === end;
    if (length - from < 2) return false;
    const distance = block[from]! | (block[from + 1]! << 8);
    from += 2;
    let match = (token & 15) + 4;
    if (match === 19) {
      let more = 255;
      while (more === 255 && from < length) match += more = block[from++]!;
    }
    if (distance === 0 || distance > to - start || match > end - to) return false;
    copyMatch(out, to, distance, match);
    to += match;
  }
  return false;
}
