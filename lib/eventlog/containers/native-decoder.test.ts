import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DecoderRefused, decodeNatively } from './native-decoder.ts';
import { pieces } from './pieces.ts';
import { chunksOf, flipped, joined, logText, noise } from './testing.ts';

const gzipped = new Uint8Array(gzipSync(logText(5000)));
const native = () => new DecompressionStream('gzip');

async function decoded(file: Uint8Array) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decodeNatively(
    native,
    pieces(chunksOf(file), () => 1000),
  ))
    chunks.push(chunk.slice());
  return joined(...chunks);
}

describe('decodeNatively', () => {
  it('gives what the native decoder gives', async () => {
    expect(await decoded(gzipped)).toEqual(logText(5000));
  });

  it.each([
    ['cut', gzipped.subarray(0, 3000)],
    ['damaged', flipped(gzipped, 3000)],
    ['followed by something', joined(gzipped, noise(10))],
    ['empty', new Uint8Array(0)],
  ])('says that the decoder refused a file that is %s', async (_, file) => {
    await expect(decoded(file)).rejects.toThrow(DecoderRefused);
  });

  it('passes on the failure of the file as it is', async () => {
    async function* failing() {
      yield gzipped.slice(0, 1000);
      throw new DOMException('moved', 'NotReadableError');
    }
    const reading = async () => {
      for await (const _ of decodeNatively(native, failing()));
    };
    await expect(reading()).rejects.toThrow(DOMException);
  });

  it('reads no further than its own reader does', async () => {
    // 4 MB of log in pieces of 100 bytes: somebody who takes one chunk does not cause all of them to be read.
    const long = new Uint8Array(gzipSync(logText(40_000)));
    let read = 0;
    async function* watched() {
      for await (const piece of pieces(chunksOf(long), () => 100)) {
        read += piece.length;
        yield piece;
      }
    }
    const reading = decodeNatively(native, watched());
    await reading.next();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(read).toBeLessThan(long.length / 4);
    await reading.return(undefined);
  });
});
