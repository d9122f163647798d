import { describe, expect, it } from 'vitest';
import { caseMisses } from '#lib/testing/golden-cases.ts';
import { dataSize } from './data-size.ts';
import { hashPlacement } from './hash-placement.ts';
import { rangePartition } from './range-partition.ts';

describe('columns written as SQL lead to what real Spark did:', () => {
  it.each([dataSize, hashPlacement, rangePartition])('$kind', (kind) => {
    expect(caseMisses(kind)).toEqual([]);
  });
});
