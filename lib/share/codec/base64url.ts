/**
 * Bytes as text that a URL fragment carries as it is (RFC 4648, section 5, without padding). Written out, because
 * `Uint8Array.toBase64` is not in every browser yet and `btoa` wants a string of the whole.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

export function toBase64url(bytes: Uint8Array): string {
  const digits: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit <= Math.min(left, 3); digit++)
      digits.push(DIGITS[(three >> (18 - 6 * digit)) & 63]!);
  }
  return digits.join('');
}

export interface DecodedBytes {
  readonly bytes: Uint8Array;
  /** Digits that were understood; fewer than the text has where another character stands in it. */
  readonly digits: number;
}

/** The bytes up to the first character that is no digit. */
export function fromBase64url(text: string): DecodedBytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, length, digits] = [0, 0, 0, 0];
  for (const digit of text) {
    const value = VALUES.get(digit);
    if (value === undefined) break;
    digits++;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (bits >> held) & 255;
    }
  }
  return { bytes: bytes.subarray(0, length), digits };
}
