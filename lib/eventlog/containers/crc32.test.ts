import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { noise } from './testing.ts';

describe('crc32', () => {
  it('of "123456789" is the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('goes on from part to part, of any length', () => {
    for (let cut = 0; cut < 40; cut++) {
      const bytes = noise(50 + cut);
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(zlibCrc32(bytes));
    }
  });
});
