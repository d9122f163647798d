import type { DecodeReport } from './container.ts';

/**
 * Gathers small chunks into large ones, so that the cost per chunk of whoever reads on does not matter.
 * Large chunks pass as they are. Counts what it hands on.
 */
export async function* coalesce(
  chunks: AsyncIterable<Uint8Array>,
  report: DecodeReport,
): AsyncGenerator<Uint8Array> {
  const gathered = new Uint8Array(GATHERED_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    if (filled > 0 && filled + chunk.length > GATHERED_BYTES) {
      report.bytesOut += filled;
      yield gathered.subarray(0, filled);
      filled = 0;
    }
    if (chunk.length >= LARGE_BYTES && filled === 0) {
      report.bytesOut += chunk.length;
      yield chunk;
    } else {
      gathered.set(chunk, filled);
      filled += chunk.length;
    }
  }
  if (filled > 0) {
    report.bytesOut += filled;
    yield gathered.subarray(0, filled);
  }
}

const GATHERED_BYTES = 512 * 1024;
const LARGE_BYTES = 256 * 1024;
