/**
 * Whether adding up these digits one by one gives what JSON makes of them: it knows no number without digits or with
 * leading zeros, and rounds beyond 2^53 in a way of its own.
 */
export function isExact(bytes: Uint8Array, from: number, to: number): boolean {
  const digits = to - from;
  return digits > 0 && digits < 16 && (bytes[from] !== ZERO || digits === 1);
}

const ZERO = 48;
