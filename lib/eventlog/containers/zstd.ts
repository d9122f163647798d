import { type Container, corrupt, type DecodeReport, type OpenInput, truncated } from './container.ts';
import { InputBuffer } from './input-buffer.ts';
import { borrowDecoder, giveBack, INPUT_BYTES } from './zstd-decoder.ts';

/**
 * zstd: Spark's default codec since 3.2. https://datatracker.ietf.org/doc/html/rfc8878
 *
 * Spark writes many small frames (one per flush) without sizes; a person who compresses again makes one frame
 * with a window of up to 128 MiB.
 */
export const zstd: Container = {
  id: 'zstd',
  name: 'zstd',
  sniff: (head) => isFrame(head) || isSkippableFrame(head),
  decode,
};

function isFrame(head: Uint8Array): boolean {
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
}

/** Frames that carry something else, e.g. pzstd puts one in front: 0x184D2A50 to 0x184D2A5F, little-endian. */
function isSkippableFrame(head: Uint8Array): boolean {
  return (head[0]! & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}

async function* decode(open: OpenInput, report: DecodeReport): AsyncGenerator<Uint8Array> {
  const decoder = await borrowDecoder();
  const input = new InputBuffer(open());
  try {
    for (;;) {
      if (input.available < decoder.wanted) await input.has(decoder.wanted);
      if (input.available === 0) break;
      // Never more than it wants: one block a call, so that an error loses one block and its place is known.
      const taken = Math.min(input.available, decoder.wanted, INPUT_BYTES);
      decoder.load(input.bytes, input.at, taken);
      while (decoder.step()) {
        report.bytesOut += decoder.filled;
        yield decoder.take();
      }
      if (decoder.error !== undefined) break;
      input.at += taken;
      report.bytesIn = input.offset;
    }
    if (decoder.error !== undefined) report.damage = { ...corrupt(decoder.error), atByte: input.offset };
    else if (decoder.insideFrame) report.damage = { ...CUT, atByte: input.offset };
    if (decoder.filled > 0) {
      report.bytesOut += decoder.filled;
      yield decoder.take();
    }
  } finally {
    giveBack(decoder);
    await input.close();
  }
}

const CUT = truncated('the file ends inside a zstd frame');
