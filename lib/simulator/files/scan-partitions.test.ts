import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPieces, type FileScanInput, scanPartitions } from './scan-partitions.ts';

const MIB = 2 ** 20;

/** Files as `name:length`, in the order of the listing. */
function input(files: string, parts: Partial<FileScanInput> = {}): FileScanInput {
  return {
    api: 'v1',
    format: 'parquet',
    options: {},
    files: files.split(' ').map((file) => {
      const [path = '', length] = file.split(':');
      return { path, lengthBytes: Number(length) };
    }),
    maxPartitionBytes: 100,
    openCostInBytes: 10,
    minPartitionNum: 1,
    maxPartitionNum: undefined,
    ...parts,
  };
}

/** A task a text: `name@start+length`. */
function tasks(scan: FileScanInput): readonly string[] {
  return scanPartitions(scan).map((pieces) =>
    pieces.map(({ path, startBytes, lengthBytes }) => `${path}@${startBytes}+${lengthBytes}`).join(' '),
  );
}

describe('a scan', () => {
  it('cuts files and packs the pieces, the longest first', () => {
    expect(tasks(input('a:250 b:30'))).toEqual(['a@0+100', 'a@100+100', 'a@200+50 b@0+30']);
  });

  it('gives a file that cannot be cut to one task', () => {
    expect(tasks(input('a.gz:250 b:30', { format: 'csv' }))).toEqual(['a.gz@0+250', 'b@0+30']);
  });

  it('leaves empty files out when they can be cut', () => {
    expect(tasks(input('a:0 b:5'))).toEqual(['b@0+5']);
    expect(tasks(input('a.gz:0 b:5', { format: 'text' }))).toEqual(['b@0+5 a.gz@0+0']);
  });

  it('of the second API sorts within a partition directory only', () => {
    const files = 'p=1/a:10 p=1/b:20 p=2/a:30';
    expect(tasks(input(files))).toEqual(['p=2/a@0+30 p=1/b@0+20 p=1/a@0+10']);
    expect(tasks(input(files, { api: 'v2' }))).toEqual(['p=1/b@0+20 p=1/a@0+10 p=2/a@0+30']);
  });

  it('of 1,000 files of 1 MiB on 8 cores has 39 tasks', () => {
    const files = Array.from({ length: 1000 }, (_, i) => `f${i}:${MIB}`).join(' ');
    const packing = { maxPartitionBytes: 128 * MIB, openCostInBytes: 4 * MIB, minPartitionNum: 8 };
    expect(scanPartitions(input(files, packing))).toHaveLength(39);
  });

  it('reads every byte once, in as many pieces as are counted', () => {
    const lengths = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 20 }), (sizes, minPartitionNum) => {
        const scan = input(sizes.map((size, i) => `f${i}:${size}`).join(' '), { minPartitionNum });
        const pieces = scanPartitions(scan).flat();
        expect(pieces.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)).toBe(
          sizes.reduce((sum, size) => sum + size, 0),
        );
        expect(pieces).toHaveLength(countPieces(scan));
      }),
    );
  });
});
