import { describe, expect, it } from 'vitest';
import { huffmanTable } from './huffman.ts';

/** What a table says about bits, the first bit read last in the text. */
const look = (table: Uint16Array, bits: string) => table[Number.parseInt(bits, 2) & (table.length - 1)]!;

describe('huffmanTable', () => {
  it("builds the codes of RFC 1951's example", () => {
    // A to H have lengths 3 3 3 3 3 2 4 4; the RFC's codes are 010 011 100 101 110 00 1110 1111.
    const table = huffmanTable(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4))!;
    expect(table).toHaveLength(16);
    for (const [symbol, code] of ['010', '011', '100', '101', '110', '00', '1110', '1111'].entries()) {
      const reversed = [...code].reverse().join('');
      expect(look(table, reversed)).toBe((symbol << 4) | code.length);
      expect(look(table, `1${reversed}`.padStart(8, '1'))).toBe((symbol << 4) | code.length);
    }
  });

  it('leaves 0 where no code begins', () => {
    expect([...huffmanTable(Uint8Array.of(0, 1))!]).toEqual([(1 << 4) | 1, 0]);
    expect([...huffmanTable(new Uint8Array(5))!]).toEqual([0, 0]);
  });

  it('refuses more codes than there are', () => {
    expect(huffmanTable(Uint8Array.of(1, 1, 1))).toBeUndefined();
    expect(huffmanTable(Uint8Array.of(1, 2, 2, 15))).toBeUndefined();
  });
});
