import { describe, expect, it } from 'vitest';
import { estimateDecodedBytes } from './decoded-size.ts';

describe('estimateDecodedBytes', () => {
  it('takes plain logs as they are and compressed ones as a multiple', () => {
    expect(estimateDecodedBytes([{ bytes: 1000, container: 'plain' }])).toBe(1000);
    expect(
      estimateDecodedBytes([
        { bytes: 1000, container: 'zstd' },
        { bytes: 500, container: 'zstd' },
      ]),
    ).toBe(24_000);
    expect(estimateDecodedBytes([])).toBe(0);
  });
});
