import { BLOCK_CORRUPT, type BlockFormat, decodeBlocks, HEADER_CUT } from './block-stream.ts';
import { type Container, corrupt } from './container.ts';
import { copyLiterals, copyMatch } from './copy-match.ts';

/**
 * LZF: what Spark writes with `spark.io.compression.codec=lzf`, in the chunks of ning/compress:
 * https://github.com/ning/compress/wiki/LZFFormat
 *
 * A chunk is "ZV", a type (0 stored, 1 compressed), a big-endian 16-bit size, for compressed chunks the
 * decoded size likewise, then the data. There is no checksum and no end mark: a file cut between two chunks
 * looks complete.
 */
export const lzf: Container = {
  id: 'lzf',
  name: 'LZF',
  sniff: (head) => head.length >= 5 && head[0] === 0x5a && head[1] === 0x56 && head[2]! <= 1,
  decode: (open, report) => decodeBlocks(open, report, FORMAT),
};

const FORMAT: BlockFormat = {
  hasEndMark: false,
  longestHeader: 7,
  readHeader(bytes, at, end) {
    if (end - at < 3) return HEADER_CUT;
    const type = bytes[at + 2]!;
    if (bytes[at] !== 0x5a || bytes[at + 1] !== 0x56 || type > 1) {
      return corrupt('a chunk does not start with "ZV" and its type');
    }
    const headerBytes = type === 0 ? 5 : 7;
    if (end - at < headerBytes) return HEADER_CUT;
    const storedBytes = (bytes[at + 3]! << 8) | bytes[at + 4]!;
    const size = type === 0 ? storedBytes : (bytes[at + 5]! << 8) | bytes[at + 6]!;
    return { headerBytes, storedBytes, size, raw: type === 0 };
  },
  readBlock(block, header, out, at) {
    if (header.raw) {
      out.set(block, at);
      return undefined;
    }
    if (decodeLzf(block, out, at, at + header.size)) return undefined;
    return BLOCK_CORRUPT;
  },
};

/** Decodes the data of one chunk into `out[start..end)`. False when it is not valid or does not fill it. */
export function decodeLzf(block: Uint8Array, out: Uint8Array, start: number, end: number): boolean {
  const length = block.length;
  let from = 0;
  let to = start;
  while (from < length) {
    const control = block[from++]!;
    if (control < 32) {
      const literals = control + 1;
      if (literals > length - from || literals > end - to) return false;
      copyLiterals(out, to, block, from, literals);
      from += literals;
      to += literals;
      continue;
    }
    let match = (control >>> 5) + 2;
    if (match === 9) match += block[from++] ?? 0;
    if (from >= length) return false;
    const distance = (((control & 31) << 8) | block[from++]!) + 1;
    if (distance > to - start || match > end - to) return false;
    copyMatch(out, to, distance, match);
    to += match;
  }
  return to === end;
}
