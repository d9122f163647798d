import { BLOCK_CORRUPT, type BlockFormat, decodeBlocks, HEADER_CUT } from './block-stream.ts';
import { type Container, corrupt } from './container.ts';
import { copyLiterals, copyMatch } from './copy-match.ts';
import { startsWith } from './starts-with.ts';

/**
 * snappy-java: what Spark writes with `spark.io.compression.codec=snappy`. It is neither raw snappy nor
 * snappy's framing format: https://github.com/xerial/snappy-java (SnappyOutputStream, SnappyCodec).
 *
 * A 16-byte header (magic, two big-endian versions), then blocks: big-endian compressed size + raw snappy,
 * which begins with its decoded size. A further header where a size is expected starts a concatenated stream.
 * Raw snappy: https://github.com/google/snappy/blob/main/format_description.txt
 */
export const snappyJava: Container = {
  id: 'snappy',
  name: 'Snappy',
  sniff: (head) => startsWith(head, MAGIC),
  decode: (input, report) => decodeBlocks(input, report, FORMAT),
};

const FORMAT: BlockFormat = {
  hasEndMark: false,
  longestHeader: 16,
  readHeader(bytes, at, end) {
    if (bytes[at] === MAGIC[0]) {
      if (end - at < 16) return HEADER_CUT;
      if (!startsWith(bytes, MAGIC, at)) return corrupt('a block size is negative');
      return { headerBytes: 16, storedBytes: 0, size: 0, raw: true };
    }
    if (end - at < 4) return HEADER_CUT;
    const storedBytes = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getInt32(0);
    if (storedBytes <= 0 || storedBytes > LARGEST_BLOCK) {
      return corrupt(`impossible block size ${storedBytes}`);
    }
    const size = decodedSize(bytes, at + 4, end);
    if (size === undefined)
      return end - at < 9 ? HEADER_CUT : corrupt('a block does not tell its decoded size');
    if (size > LARGEST_BLOCK || size > storedBytes * BEST_RATIO) {
      return corrupt(`impossible block header (${storedBytes} bytes for ${size})`);
    }
    return { headerBytes: 4, storedBytes, size, raw: false };
  },
  readBlock(block, header, out, at) {
    if (header.size === 0 || decodeSnappy(block, out, at, at + header.size)) return undefined;
    return BLOCK_CORRUPT;
  },
};

const MAGIC = Uint8Array.of(0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0);
/** Spark's default is 32 KiB; the largest anybody would set. Our bound on memory, not the format's. */
const LARGEST_BLOCK = 64 * 1024 * 1024;
/** A copy of 64 bytes takes at least 3 bytes, of 11 bytes at least 2. */
const BEST_RATIO = 22;

/** The varint a raw snappy block begins with: 7 bits a byte, at most 32 bits. */
function decodedSize(bytes: Uint8Array, at: number, end: number): number | undefined {
  let size = 0;
  for (let i = 0; i < 5 && at + i < end; i++) {
    const byte = bytes[at + i]!;
    size += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return size;
  }
  return undefined;
}

/** Decodes one raw snappy block into `out[start..end)`. False when it is not valid or does not fill it. */
export function decodeSnappy(block: Uint8Array, out: Uint8Array, start: number, end: number): boolean {
  const length = block.length;
  let from = 0;
  while (from < length && block[from++]! >= 0x80);
  let to = start;
  while (from < length) {
    const tag = block[from++]!;
    if ((tag & 3) === 0) {
      let literals = (tag >>> 2) + 1;
      if (literals > 60) {
        // 60 to 63 tell how many bytes (1 to 4) hold the length.
        const sizeBytes = literals - 60;
        if (sizeBytes > length - from) return false;
        literals = 1;
        for (let i = 0; i < sizeBytes; i++) literals += block[from++]! * 2 ** (8 * i);
      }
      if (literals > length - from || literals > end - to) return false;
      copyLiterals(out, to, block, from, literals);
      from += literals;
      to += literals;
      continue;
    }
    let match = (tag >>> 2) + 1;
    let distance: number;
    if ((tag & 3) === 1) {
      if (from >= length) return false;
      match = ((tag >>> 2) & 7) + 4;
      distance = ((tag & 0xe0) << 3) | block[from++]!;
    } else {
      const distanceBytes = (tag & 3) === 2 ? 2 : 4;
      if (distanceBytes > length - from) return false;
      distance = block[from]! | (block[from + 1]! << 8);
      if (distanceBytes === 4) distance += block[from + 2]! * 2 ** 16 + block[from + 3]! * 2 ** 24;
      from += distanceBytes;
    }
    if (distance === 0 || distance > to - start || match > end - to) return false;
    copyMatch(out, to, distance, match);
    to += match;
  }
  return to === end;
}
