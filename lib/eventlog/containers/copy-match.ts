/**
 * Repeats `length` bytes that were written `distance` bytes earlier: the one operation all LZ formats share.
 * With `distance < length` the copy overlaps itself and makes a run, so it has to go byte by byte.
 * The caller has checked both ends.
 */
export function copyMatch(out: Uint8Array, at: number, distance: number, length: number): void {
  const from = at - distance;
  if (length >= LONG && distance >= length) out.copyWithin(at, from, from + length);
  else for (let i = 0; i < length; i++) out[at + i] = out[from + i]!;
}

/** Copies `length` bytes from the input; the caller has checked both ends. */
export function copyLiterals(
  out: Uint8Array,
  at: number,
  input: Uint8Array,
  from: number,
  length: number,
): void {
  if (length >= LONG) out.set(input.subarray(from, from + length), at);
  else for (let i = 0; i < length; i++) out[at + i] = input[from + i]!;
}

/** From here on a native copy is faster than a loop despite the cost of its call (measured in V8). */
const LONG = 48;
