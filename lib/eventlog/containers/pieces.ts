import { InputBuffer } from './input-buffer.ts';

/**
 * Cuts an input, whatever chunks it comes in, into pieces of `sizeAt(offset)` bytes that belong to the receiver.
 * A decoder that is given 8 MiB at once answers with a quarter of a gigabyte of log before anybody can stop it.
 */
export async function* pieces(
  chunks: AsyncIterable<Uint8Array>,
  sizeAt: (offset: number) => number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const input = new InputBuffer(chunks);
  try {
    for (;;) {
      const size = sizeAt(input.offset);
      await input.has(size);
      const taken = Math.min(size, input.available);
      if (taken === 0) return;
      const piece = input.bytes.slice(input.at, input.at + taken) as Uint8Array<ArrayBuffer>;
      input.at += taken;
      yield piece;
    }
  } finally {
    await input.close();
  }
}
