import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPerPartition, partitionsOfKeys } from './hash-keys.ts';
import { hashText } from './hash-text.ts';
import { hashRow } from './hash-value.ts';
import { HASH_SEED, hashBytes, partitionOfHash } from './murmur3.ts';

describe('partitions of many keys', () => {
  it('are those that Spark gave to bigint 0 to 999', () => {
    const keys = Float64Array.from({ length: 1000 }, (_, i) => i);
    const counts = countPerPartition(partitionsOfKeys({ type: 'bigint', keys }, 8), 8);
    expect([...counts]).toEqual([115, 145, 127, 144, 113, 110, 111, 135]);
  });

  it('are the same however a bigint is held', () => {
    const asNumbers = Float64Array.from([-1, 0, 2 ** 32, -(2 ** 32) - 5, 2 ** 53 - 1, 1 - 2 ** 53]);
    const asBigints = BigInt64Array.from([...asNumbers].map(BigInt));
    expect(partitionsOfKeys({ type: 'bigint', keys: asNumbers }, 200)).toEqual(
      partitionsOfKeys({ type: 'bigint', keys: asBigints }, 200),
    );
  });

  it('are those of one key after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 5000 }), (keys, n) => {
        const one = keys.map((key) => partitionOfHash(hashRow([key], [{ kind: 'string' }]), n));
        expect([...partitionsOfKeys({ type: 'string', keys }, n)]).toEqual(one);
      }),
    );
  });

  it('of text are those of its UTF-8 bytes, however long it is', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }), (text) => {
        const ofBytes = hashBytes(bytes(text), bytes(text).length, HASH_SEED);
        expect(hashText(text, HASH_SEED)).toBe(ofBytes);
      }),
    );
  });

  it('lose no key and lie within bounds', () => {
    fc.assert(
      fc.property(fc.int32Array(), fc.integer({ min: 1, max: 300 }), (keys, n) => {
        const counts = countPerPartition(partitionsOfKeys({ type: 'int', keys }, n), n);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length);
      }),
    );
  });
});
