import { describe, expect, it } from 'vitest';
import { defaultMinPartitions, textFileSplits } from './text-file-splits.ts';

/** Lengths of the splits of files given as `name:length`. */
function splits(files: string, minPartitions: number, blockSizeBytes = 1000): string {
  const listed = files.split(' ').map((file) => {
    const [path = '', length] = file.split(':');
    return { path, lengthBytes: Number(length) };
  });
  return textFileSplits({ files: listed, minPartitions, blockSizeBytes })
    .map(({ path, startBytes, lengthBytes }) => `${path}@${startBytes}+${lengthBytes}`)
    .join(' ');
}

describe('sc.textFile', () => {
  it('cuts at blocks, or smaller so that there are enough partitions', () => {
    expect(splits('a:2500', 1)).toBe('a@0+1000 a@1000+1000 a@2000+500');
    expect(splits('a:900', 3)).toBe('a@0+300 a@300+300 a@600+300');
  });

  it('leaves a last piece of up to a tenth more in one', () => {
    expect(splits('a:1100', 1)).toBe('a@0+1100');
    expect(splits('a:1101', 1)).toBe('a@0+1000 a@1000+101');
  });

  it('reads compressed files whole, but for bzip2, and leaves empty ones out', () => {
    expect(splits('a.gz:2500 b:0 c.bz2:1500', 1)).toBe('a.gz@0+2500 c.bz2@0+1000 c.bz2@1000+500');
  });

  it('makes pieces of a byte at least', () => {
    expect(splits('a:2', 10)).toBe('a@0+1 a@1+1');
  });

  it('asks for two partitions where nothing is given and there are cores for it', () => {
    expect([defaultMinPartitions(1), defaultMinPartitions(8)]).toEqual([1, 2]);
  });
});
