import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortMemory, spilledBytes, spillOnDisk } from './spill.ts';

const MIB = 2 ** 20;

describe('spill', () => {
  it('is twice the memory of a task for 3 GiB in 1184 MiB, and none for an eighth of it', () => {
    expect(spilledBytes(3072 * MIB, 1184 * MIB)).toBe(2 * 1184 * MIB);
    expect(spilledBytes(384 * MIB, 1184 * MIB)).toBe(0);
  });

  it('is compressed on disk', () => {
    expect(spillOnDisk(3000, 1000, 0.4).value).toBe(800);
  });

  it('counts 36 bytes beside each row that is sorted', () => {
    expect(sortMemory(1000, 100)).toBe(136_000);
  });

  it('is never more than what is sorted, and never shrinks with more data', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.integer({ min: 1, max: 1e8 }), (needed, more, limit) => {
        expect(spilledBytes(needed, limit)).toBeLessThanOrEqual(needed);
        expect(spilledBytes(needed + more, limit)).toBeGreaterThanOrEqual(spilledBytes(needed, limit));
      }),
      { seed: 7 },
    );
  });
});
