import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { sourceData } from './source-data.ts';

const MIB = 2 ** 20;
const read = (mib: number, files: number, changes: Partial<Knobs> = {}) =>
  sourceData({ ...DEFAULT_KNOBS, executors: 2, cores: 4, ...changes }, mib * MIB, files);

describe('sourceData', () => {
  it.each([
    [1000, 1, 8],
    [100, 1, 8],
    [1000, 1000, 39],
  ])('reads %d MiB of Parquet in %d files with %d tasks on 8 cores', (mib, files, tasks) => {
    expect(read(mib, files).bytesPerTask).toHaveLength(tasks);
  });

  it('reads a gzip file with one task, a bzip2 file with many', () => {
    const csv = (codec: Knobs['codec']) => read(1000, 1, { format: 'csv', codec }).bytesPerTask.length;
    expect([csv('gzip'), csv('zstd'), csv('bzip2'), csv('none')]).toEqual([1, 1, 8, 8]);
  });

  it('gives every row to one task, in proportion to its bytes', () => {
    const { rows, rowsPerTask, bytesPerTask, expansion } = read(1000, 3);
    expect(rows).toBe(Math.floor((1000 * MIB * expansion) / DEFAULT_KNOBS.rowBytes));
    expect(rowsPerTask.reduce((sum, each) => sum + each, 0)).toBe(rows);
    expect(bytesPerTask.reduce((sum, each) => sum + each, 0)).toBe(1000 * MIB);
    expect(rowsPerTask[0]! / rows).toBeCloseTo(bytesPerTask[0]! / (1000 * MIB), 6);
  });

  it('takes the expansion that was measured for the format, unless one is given', () => {
    expect([read(1, 1).expansion, read(1, 1, { expansion: 7 }).expansion]).toEqual([2, 7]);
  });
});
