/**
 * A table that turns the next bits of a deflate stream into a symbol: indexed by as many bits as the longest
 * code has, an entry is `symbol << 4 | bits of its code`, or 0 where no code begins like this.
 * `undefined` when the lengths ask for more codes than there are (RFC 1951, 3.2.2).
 */
export function huffmanTable(lengths: Uint8Array): Uint16Array | undefined {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;

  const nextCode = new Uint16Array(LONGEST_CODE + 1);
  let longest = 1;
  let unused = 1;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    nextCode[length] = (nextCode[length - 1]! + counts[length - 1]!) << 1;
    unused = 2 * unused - counts[length]!;
    if (unused < 0) return undefined;
    if (counts[length]! > 0) longest = length;
  }

  const table = new Uint16Array(1 << longest);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    const entry = (symbol << 4) | length;
    for (let i = reversed(nextCode[length]!++, length); i < table.length; i += 1 << length) table[i] = entry;
  }
  return table;
}

/** Codes are packed from their highest bit, everything else from the lowest. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}

const LONGEST_CODE = 15;
