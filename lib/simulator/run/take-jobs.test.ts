import { describe, expect, it } from 'vitest';
import type { SparkVersion } from '#lib/plan/settings.ts';
import { type TakeAction, takeJobs } from './take-jobs.ts';

function jobs(
  action: TakeAction,
  n: number,
  rows: readonly number[],
  spark: SparkVersion = '3.5',
  maxRows?: number,
) {
  return takeJobs({ action, n, rowsPerPartition: rows, maxRows }, { spark, cores: 4, conf: {} });
}

const one = (partitions: number) => Array.from({ length: partitions }, () => 1);

describe('takeJobs', () => {
  it('reads one row more than it shows', () => {
    expect(jobs('show', 4, one(200))).toEqual([1, 4]);
    expect(jobs('take', 4, one(200))).toEqual([1, 4]);
    expect(jobs('show', 5, one(200))).toEqual([1, 4, 2]);
  });

  it('reads nothing for no rows', () => {
    expect(jobs('take', 0, one(8))).toEqual([]);
  });

  it('reads all at once what cannot have more rows than are asked for', () => {
    expect(jobs('take', 5, one(5), '3.5', 5)).toEqual([5]);
    expect(jobs('take', 5, one(6), '3.5', 6)).toEqual([1, 4]);
  });

  it('tells emptiness by taking one row, and from 4.0 on by one job over all partitions', () => {
    expect(jobs('isEmpty', 1, [0, 0, 0, 1])).toEqual([1, 3]);
    expect(jobs('isEmpty', 1, [0, 0, 0, 1], '4.3')).toEqual([5]);
    expect(jobs('isEmpty', 1, [0], '4.3')).toEqual([1]);
  });

  it('reads a tail from the end', () => {
    expect(jobs('tail', 1, [0, 0, 0, 5])).toEqual([1]);
    expect(jobs('tail', 1, [5, 0, 0, 0])).toEqual([1, 3]);
  });
});
