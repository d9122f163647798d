import { describe, expect, it } from 'vitest';
import { shuffleBytes, shuffleDataSize } from './shuffle-bytes.ts';

describe('shuffle bytes', () => {
  it('are 16 bytes for a row of one bigint before compression', () => {
    const size = shuffleDataSize(1000, 16);
    expect([size.value, size.kind]).toEqual([16_000, 'exact']);
  });

  it('are an estimate once compressed, and name the range that was measured', () => {
    const bytes = shuffleBytes(1000, 16, 0.4);
    expect([bytes.value, bytes.kind]).toEqual([6400, 'estimate']);
    expect(bytes.inputs.map(({ name }) => name)).toContain('compression, highest measured');
  });
});
