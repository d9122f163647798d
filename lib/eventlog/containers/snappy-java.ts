import { snappyUncompressor } from 'hysnappy';
import { BLOCK_CORRUPT, type BlockFormat, decodeBlocks, HEADER_CUT } from './block-stream.ts';
import { type Container, corrupt } from './container.ts';
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
  decode: (open, report) => decodeBlocks(open, report, FORMAT),
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
    if (header.storedBytes === 0) return undefined;
    uncompress ??= snappyUncompressor();
    try {
      out.set(uncompress(block, header.size), at);
      return undefined;
    } catch {
      // hysnappy says no more than that; it checks the decoded size, which the block itself begins with.
      return BLOCK_CORRUPT;
    }
  },
};

/** Compiled for the first block that comes. One serves all files, because a block is decoded in one go. */
let uncompress: ReturnType<typeof snappyUncompressor> | undefined;

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
