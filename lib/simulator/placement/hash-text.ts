import { finish, hashBytes, mixHash, mixKey } from './murmur3.ts';

const ENCODER = new TextEncoder();
let buffer = new Uint8Array(1024);

/** Murmur3 of a text's UTF-8 bytes (UTF8String). Plain ASCII, which most keys are, is hashed without copying it. */
export function hashText(text: string, seed: number): number {
  const { length } = text;
  const aligned = length & ~3;
  let hash = seed;
  let seen = 0;
  for (let i = 0; i < aligned; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    seen |= a | b | c | d;
    hash = mixHash(hash, mixKey(a | (b << 8) | (c << 16) | (d << 24)));
  }
  for (let i = aligned; i < length; i++) {
    const code = text.charCodeAt(i);
    seen |= code;
    hash = mixHash(hash, mixKey(code));
  }
  return seen < 0x80 ? finish(hash, length) : hashUtf8(text, seed);
}

function hashUtf8(text: string, seed: number): number {
  // A UTF-16 unit takes at most three bytes.
  if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 3);
  const length = text.length <= SHORT ? encodeShort(text) : ENCODER.encodeInto(text, buffer).written;
  return hashBytes(buffer, length, seed);
}

/** Calling the platform's encoder costs more than encoding so many characters. */
const SHORT = 64;

function encodeShort(text: string): number {
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      buffer[at++] = unit;
    } else if (unit < 0x800) {
      buffer[at++] = 0xc0 | (unit >> 6);
      buffer[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      buffer[at++] = 0xe0 | (unit >> 12);
      buffer[at++] = 0x80 | ((unit >> 6) & 0x3f);
      buffer[at++] = 0x80 | (unit & 0x3f);
    } else {
      return ENCODER.encodeInto(text, buffer).written;
    }
  }
  return at;
}
