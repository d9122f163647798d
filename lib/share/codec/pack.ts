import { Unzlib, zlibSync } from 'fflate';
import { MAX_INFLATED_BYTES } from './limits.ts';

/** Text as a zlib stream (RFC 1950): deflate between a header and a checksum of the text. */
export function pack(text: string): Uint8Array {
  return zlibSync(new TextEncoder().encode(text), { level: 9 });
}

export interface Unpacked {
  /** What came out, up to where reading stopped. */
  readonly text: string;
  /** `whole`: the checksum fits. `damaged`: cut or changed on its way. `too-large`: more than the limit came out. */
  readonly state: 'whole' | 'damaged' | 'too-large';
}

/** Bytes given to the decoder at once: small, so that what comes before a damage is kept. */
const STEP = 256;

/** Never holds more than the limit and what one step adds to it; never throws. */
export function unpack(packed: Uint8Array, limit = MAX_INFLATED_BYTES): Unpacked {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const unzip = new Unzlib((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length && size <= limit; at += STEP)
      unzip.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    // fflate throws where the stream makes no sense; `ended` stays false.
  }
  if (size > limit) return { text: '', state: 'too-large' };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const whole = ended && packed.length >= 6 && adler32(bytes) === bigEndian(packed.subarray(-4));
  return { text: new TextDecoder().decode(bytes), state: whole ? 'whole' : 'damaged' };
}

/** The checksum of RFC 1950, which fflate writes and does not check. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
