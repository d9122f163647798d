import { corrupt, type DecodeReport, type OpenInput, type Problem, truncated } from './container.ts';
import { InputBuffer } from './input-buffer.ts';

/**
 * The loop that LZ4Block, snappy-java and LZF share: a header that tells two sizes, then one compressed block.
 * Blocks are independent of each other, small (32 KiB by default) and used whole or not at all; many are
 * decoded into one output buffer before it is handed on.
 */
export interface BlockFormat {
  /** Whether a stream ends with a header that says so; without one the writer did not finish. */
  readonly hasEndMark: boolean;
  /** Bytes within which every header ends. */
  readonly longestHeader: number;
  /** Reads the header at `bytes[at]`; `end` is behind the last byte, which may come before the header's. */
  readHeader(bytes: Uint8Array, at: number, end: number): BlockHeader | Problem;
  /** Fills `out` from `at` to `at + header.size` exactly; otherwise says what is wrong. */
  readBlock(block: Uint8Array, header: BlockHeader, out: Uint8Array, at: number): Problem | undefined;
}

export interface BlockHeader {
  readonly headerBytes: number;
  /** Size of the block in the file. Zero where there is none: at the start or the end of a stream. */
  readonly storedBytes: number;
  /** Size of the block when decoded. */
  readonly size: number;
  /** Whether the block is stored as it is, which pays for data that does not compress. */
  readonly raw: boolean;
  readonly endsStream?: boolean;
  readonly checksum?: number;
}

/** For `readHeader` when the bytes end before the header does. */
export const HEADER_CUT = truncated('the file ends inside a block header');

/** For `readBlock`. */
export const BLOCK_CORRUPT = corrupt('a block does not decode to its stated size');

export async function* decodeBlocks(
  open: OpenInput,
  report: DecodeReport,
  format: BlockFormat,
): AsyncGenerator<Uint8Array> {
  const input = new InputBuffer(open());
  let out = new Uint8Array(OUTPUT_BYTES);
  let filled = 0;
  let insideStream = false;
  try {
    for (;;) {
      const header = await nextBlock(input, format);
      if (header === undefined && !insideStream) break;
      if (header === undefined || 'kind' in header) {
        report.damage = { ...(header ?? NO_END_MARK), atByte: input.offset };
        break;
      }
      if (filled > 0 && filled + header.size > out.length) {
        report.bytesOut += filled;
        yield out.subarray(0, filled);
        filled = 0;
      }
      if (header.size > out.length) out = new Uint8Array(header.size);

      const start = input.at + header.headerBytes;
      const block = input.bytes.subarray(start, start + header.storedBytes);
      const problem = format.readBlock(block, header, out, filled);
      if (problem) {
        report.damage = { ...problem, atByte: input.offset };
        break;
      }
      filled += header.size;
      input.at = start + header.storedBytes;
      report.bytesIn = input.offset;
      insideStream = format.hasEndMark && !header.endsStream;
    }
    if (filled > 0) {
      report.bytesOut += filled;
      yield out.subarray(0, filled);
    }
  } finally {
    await input.close();
  }
}

/** Waits until a header and all of its block are there. Nothing when the input ends before a header. */
async function nextBlock(
  input: InputBuffer,
  format: BlockFormat,
): Promise<BlockHeader | Problem | undefined> {
  if (!(await input.has(format.longestHeader)) && input.available === 0) return undefined;
  const header = format.readHeader(input.bytes, input.at, input.end);
  if ('kind' in header) return header;
  const total = header.headerBytes + header.storedBytes;
  return (await input.has(total))
    ? header
    : truncated(`the last block has ${input.available} of ${total} bytes`);
}

const NO_END_MARK = truncated('the file ends without an end mark');

/** Large enough that the cost per chunk vanishes, small enough for a processor's cache. */
const OUTPUT_BYTES = 512 * 1024;
