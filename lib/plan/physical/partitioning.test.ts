import { describe, expect, it } from 'vitest';
import type { Attribute } from '../expression/expression.ts';
import { BIGINT } from '../types/names.ts';
import { clusteredBy } from './distribution.ts';
import { type Partitioning, SINGLE, satisfies, UNKNOWN } from './partitioning.ts';
import { ascending } from './required-distribution.ts';

const column = (id: number): Attribute => ({
  kind: 'attribute',
  id,
  name: `c${id}`,
  type: BIGINT,
  nullable: true,
  qualifier: [],
});
const [a, b] = [column(1), column(2)];
const hashA: Partitioning = { kind: 'hash', keys: [a], partitions: 8 };
const rangeA: Partitioning = { kind: 'range', order: ascending([a]), partitions: 8 };

describe('Partitioning.satisfies', () => {
  it('finds a hash on a part of the keys enough for grouping, but not on more', () => {
    expect(satisfies(hashA, clusteredBy([a, b]))).toBe(true);
    expect(satisfies({ ...hashA, keys: [a, b] }, clusteredBy([a]))).toBe(false);
  });

  it('finds ranges of a key enough for grouping by it, and for a sort that starts with it', () => {
    expect(satisfies(rangeA, clusteredBy([a]))).toBe(true);
    expect(satisfies(rangeA, { kind: 'ordered', order: ascending([a, b]) })).toBe(true);
    expect(satisfies(rangeA, { kind: 'ordered', order: ascending([b]) })).toBe(false);
  });

  it('finds one partition enough for everything but a broadcast', () => {
    expect(satisfies(SINGLE, clusteredBy([a]))).toBe(true);
    expect(satisfies(SINGLE, { kind: 'all-tuples' })).toBe(true);
    expect(satisfies(SINGLE, { kind: 'broadcast' })).toBe(false);
  });

  it('finds nothing enough that promises nothing', () => {
    expect(satisfies(UNKNOWN, clusteredBy([a]))).toBe(false);
    expect(satisfies({ kind: 'round-robin', partitions: 8 }, clusteredBy([a]))).toBe(false);
  });
});
