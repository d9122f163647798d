import { describe, expect, it } from 'vitest';
import { BYPASS_MERGE_THRESHOLD, type ShuffleWriterInput, shuffleWriter } from './shuffle-writer.ts';

const writer = (numReducers: number, parts: Partial<ShuffleWriterInput> = {}) =>
  shuffleWriter({
    numReducers,
    mapSideCombine: false,
    bypassMergeThreshold: BYPASS_MERGE_THRESHOLD,
    relocatable: true,
    ...parts,
  });

describe('the writer of a shuffle', () => {
  it('keeps a file for each reducer up to the threshold', () => {
    expect([writer(1), writer(200), writer(201)]).toEqual(['bypass', 'bypass', 'serialized']);
    expect(writer(3, { bypassMergeThreshold: 2 })).toBe('serialized');
  });

  it('sorts objects where it combines them, or cannot move them as bytes', () => {
    expect(writer(2, { mapSideCombine: true })).toBe('base');
    expect(writer(201, { relocatable: false })).toBe('base');
    expect(writer(2, { relocatable: false })).toBe('bypass');
  });

  it('has room for 16,777,216 partitions in a record’s address', () => {
    expect([writer(2 ** 24), writer(2 ** 24 + 1)]).toEqual(['serialized', 'base']);
  });
});
