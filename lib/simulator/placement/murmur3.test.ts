import { describe, expect, it } from 'vitest';
import { hashBytes, hashInt, hashLong, partitionOfHash } from './murmur3.ts';

/** Expectations are those of Spark's own Murmur3_x86_32Suite (seed 0) and of its SQL documentation (seed 42). */

describe("Spark's Murmur3", () => {
  it.each([
    [0, 593_689_054],
    [-42, -189_366_624],
    [42, -1_134_849_565],
    [-(2 ** 31), -1_718_298_732],
    [2 ** 31 - 1, -1_653_689_534],
  ])('hashes the int %d to %d', (value, hash) => expect(hashInt(value, 0)).toBe(hash));

  it.each([
    [0n, 1_669_671_676],
    [-42n, -846_261_623],
    [42n, 1_871_679_806],
    [-(2n ** 63n), 1_366_273_829],
    [2n ** 63n - 1n, -2_106_506_049],
  ])('hashes the long %d to %d', (value, hash) => {
    expect(hashLong(Number(BigInt.asIntN(32, value)), Number(value >> 32n), 0)).toBe(hash);
  });

  it.each([
    ['', 142_593_372],
    ['a', 1_485_273_170],
    ['abcd', -396_302_900],
    ['abcde', 814_637_928],
    ['ABC', -757_602_832],
    ['é', 2_119_106_806],
    ['日本', -336_983_209],
  ])('hashes the text "%s" byte by byte after the last whole word', (text, hash) => {
    const bytes = new TextEncoder().encode(text);
    expect(hashBytes(bytes, bytes.length, 42)).toBe(hash);
  });
});

describe('the partition of a hash', () => {
  it('is never negative, and never -0', () => {
    expect(partitionOfHash(-7, 4)).toBe(1);
    expect(partitionOfHash(-8, 4)).toBe(0);
    expect(partitionOfHash(-(2 ** 31), 200)).toBe(152);
    expect(partitionOfHash(2 ** 31 - 1, 1)).toBe(0);
  });
});
