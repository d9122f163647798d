import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { pictureOf } from '../session/run-picture.ts';
import { orderOf, partitionText, skylineSentence } from './skyline-words.ts';

const shuffleOf = (changes: Partial<Knobs>) =>
  pictureOf(runPipeline({ ...DEFAULT_KNOBS, keys: 5000, ...changes })).shuffles[0]!;

describe('the partitions in words', () => {
  it('tell how large the largest is beside the median, and its share', () => {
    expect(skylineSentence(shuffleOf({ keyShape: 'hot', hotShare: 0.5 }))).toMatch(
      /^200 partitions of .* in all; the largest has .* \d+x the median of .*, and 50 % of all bytes\.$/,
    );
  });

  it('tell how many are empty where keys are few', () => {
    expect(skylineSentence(shuffleOf({ keys: 3, keyShape: 'uniform' }))).toContain('197 are empty');
  });

  it('name one partition with its rows, and its keys where rows lie by them', () => {
    expect(partitionText(shuffleOf({ step: 'sort', shufflePartitions: 1 }), 0)).toContain(
      '5,000 different keys',
    );
    const one = shuffleOf({
      step: 'repartition',
      keys: 1,
      keyShape: 'uniform',
      shufflePartitions: 1,
      dataBytes: 1024,
      rowBytes: 2048,
    });
    expect(partitionText(one, 0)).toBe('Partition 0: 819 B, 1 row');
  });

  it('are ordered by size, equal ones by their number', () => {
    expect([...orderOf(Float64Array.of(1, 5, 5, 0), 'size')]).toEqual([1, 2, 0, 3]);
    expect([...orderOf(Float64Array.of(1, 5, 5, 0), 'number')]).toEqual([0, 1, 2, 3]);
  });
});
