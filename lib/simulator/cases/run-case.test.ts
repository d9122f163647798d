import { describe, expect, it } from 'vitest';
import { CASE_KINDS } from './registry.ts';
import { runCase } from './run-case.ts';

const run = (kind: string, input: unknown, spark?: unknown) => runCase({ kind, spark, input }, CASE_KINDS);

describe('a case', () => {
  it('is answered by the rule of its kind', () => {
    expect(run('round-robin', { rowsPerInputPartition: [7], numPartitions: 3 }, '3.5.8')).toEqual({
      rowsPerPartition: [3, 2, 2],
    });
  });

  it('of an unknown kind or version says which are known', () => {
    expect(() => run('nonsense', {})).toThrow(/There is no kind "nonsense". Kinds are aqe-coalesce, /);
    expect(() => run('round-robin', {}, '2.4.0')).toThrow(
      'a version of 3.5, 4.0, 4.1, 4.2, 4.3, not "2.4.0"',
    );
    expect(() => runCase(5, CASE_KINDS)).toThrow('The input must be an object, not 5');
    expect(() => runCase({ kind: 'round-robin' }, CASE_KINDS)).toThrow('"input" is missing');
  });

  const scan = {
    api: 'v1',
    format: 'parquet',
    files: [{ path: 'a', lengthBytes: 1e12 }],
    maxPartitionBytes: 1,
    openCostInBytes: 0,
    defaultParallelism: 8,
  };

  it.each([
    ['round-robin', { rowsPerInputPartition: [1], numPartitions: 1e15 }],
    ['round-robin', { rowsPerInputPartition: Array(1000).fill(1), numPartitions: 1_000_000 }],
    ['slicing', { api: 'spark.range', rows: 10, numPartitions: 0, defaultParallelism: 8 }],
    ['slicing', { api: 'coalesce', inputPartitions: -1, rowsPerInputPartition: 1, n: 4 }],
    ['file-partitions', scan],
    ['file-partitions', { ...scan, maxPartitionBytes: Number.NaN }],
    ['file-partitions', { ...scan, files: [{ path: 'a', lengthBytes: 3 }] }],
    ['text-file-splits', { files: scan.files, defaultParallelism: 8, localBlockSizeBytes: 1 }],
    ['map-status-quantise', { blockBytes: -1 }],
    ['shuffle-writer', { numReducers: 0, mapSideCombine: false }],
    ['memory', { cores: 2, conf: {}, jvmMaxMemoryBytes: 1000, gc: [] }],
    ['memory', { cores: 2, conf: { 'spark.memory.fraction': '1.5' }, jvmMaxMemoryBytes: 2 ** 30, gc: [] }],
    [
      'portable-hash',
      { key: { type: 'float', value: 'nan' }, numPartitions: 8, pythonVersion: '3.11', pythonHashSeed: 0 },
    ],
    ['hash-partition', { columns: [{ type: 'map<int,int>', value: {} }] }],
    ['hash-partition', { columns: [{ type: 'int', value: '99999999999' }] }],
    ['rdd-wide-no-default', { api: 'pyspark rdd.nonsense', leftPartitions: 1 }],
    ['row-group-tasks', { format: 'csv', groups: [], tasks: [] }],
  ])('of kind %s that makes no sense is refused with a reason (%#)', (kind, input) => {
    expect(() => run(kind, input)).toThrow(expect.objectContaining({ name: 'UserError' }));
  });

  it('names what is allowed', () => {
    const input = { rowsPerInputPartition: [1], numPartitions: 1e15 };
    expect(() => run('round-robin', input)).toThrow(
      '"numPartitions" must be a whole number from 1 to 1,000,000',
    );
    expect(() => run('file-partitions', scan)).toThrow(
      'cut into 1,000,000,000,000 pieces; at most 2,000,000',
    );
    expect(() => run('memory', { cores: 2, conf: {}, jvmMaxMemoryBytes: 1000, gc: [] })).toThrow('450 MiB');
  });
});
