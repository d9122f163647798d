import { describe, expect, it } from 'vitest';
import { xxHash32 } from './xxhash32.ts';

describe('xxHash32', () => {
  // Known answers of the reference implementation, seed 0.
  it.each([
    ['', 0x02cc5d05],
    ['a', 0x550d7456],
    ['abc', 0x32d153ff],
    ['Nobody inspects the spammish repetition', 0xe2293b2f],
  ])('of "%s" is what the reference says', (text, expected) => {
    const bytes = new TextEncoder().encode(text);
    expect(xxHash32(bytes, 0, bytes.length, 0)).toBe(expected);
  });

  it('hashes a part of a buffer like the part alone', () => {
    const bytes = new TextEncoder().encode('Nobody inspects the spammish repetition');
    const part = bytes.slice(3, 30);
    expect(xxHash32(bytes, 3, 30, 42)).toBe(xxHash32(part, 0, part.length, 42));
  });
});
