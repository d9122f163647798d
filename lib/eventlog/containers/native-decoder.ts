/** The decoder that the browser or Node brings along; a test gives one that behaves like another browser's. */
export type NativeDecoder = () => ReadableWritablePair<Uint8Array, BufferSource>;

/** The native decoder stopped. It does not say where, and a part of what it had decoded may be lost. */
export class DecoderRefused extends Error {
  override name = 'DecoderRefused';
}

/**
 * Sends pieces, which the decoder keeps, through a native decoder, no faster than its output is read.
 * A failure of the input itself is thrown on as it is.
 */
export async function* decodeNatively(
  newDecoder: NativeDecoder,
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = newDecoder();
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let inputFailure: { readonly error: unknown } | undefined;

  const feed = async (): Promise<void> => {
    for (;;) {
      await writer.ready;
      const { done, value } = await pieces.next().catch((error: unknown) => {
        inputFailure = { error };
        throw error;
      });
      if (done) return writer.close();
      await writer.write(value);
    }
  };
  // A refusal shows on the reading side too; a failing input has to be passed on to there.
  const feeding = feed().catch((error: unknown) => writer.abort(error));

  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (inputFailure) throw inputFailure.error;
    throw new DecoderRefused(String(error));
  } finally {
    await Promise.allSettled([reader.cancel(), writer.abort(), feeding, pieces.return(undefined)]);
  }
}
