import { coalesce } from './coalesce.ts';
import type { Container, DecodeReport, OpenInput } from './container.ts';
import { gunzip } from './gunzip.ts';
import { DecoderRefused, decodeNatively, type NativeDecoder } from './native-decoder.ts';
import { pieces } from './pieces.ts';

/**
 * gzip (RFC 1952): Databricks' rolled logs, and what people make for sending a log to somebody. The native decoder is
 * the quick way. It takes one member and gives up on anything else (`cat a.gz b.gz`, padding, damage) without saying
 * what it is; then fflate decodes the file from its start.
 */
export function gzipWith(native: NativeDecoder): Container {
  return {
    id: 'gzip',
    name: 'gzip',
    sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === DEFLATE,
    decode: (open, report) => coalesce(decode(native, open, report), report),
  };
}

export const gzip: Container = gzipWith(() => new DecompressionStream('gzip'));

async function* decode(
  native: NativeDecoder,
  open: OpenInput,
  report: DecodeReport,
): AsyncGenerator<Uint8Array> {
  const watched = () => counted(open(), report);
  let delivered = 0;
  try {
    for await (const chunk of decodeNatively(native, watched())) {
      delivered += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    if (!(error instanceof DecoderRefused)) throw error;
  }
  const damage = yield* gunzip(watched, delivered);
  if (damage) report.damage = damage;
}

/** Small pieces, counted as they are used. However often the file is read, its progress never goes back. */
async function* counted(
  input: AsyncIterable<Uint8Array>,
  report: DecodeReport,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let used = 0;
  for await (const piece of pieces(input, () => PIECE_BYTES)) {
    yield piece;
    used += piece.length;
    report.bytesIn = Math.max(report.bytesIn, used);
  }
}

const DEFLATE = 8;
/** In the worst case a piece makes a thousand times as much before anybody sees the first byte of it. */
const PIECE_BYTES = 64 * 1024;
