import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { filesSentence } from './files-sentence.ts';

const sentence = (changes: Partial<Knobs>) =>
  filesSentence(runPipeline({ ...DEFAULT_KNOBS, keys: 1000, ...changes }).written!);

describe('filesSentence', () => {
  it('counts the files of a plain write', () => {
    expect(sentence({ step: 'repartition', shufflePartitions: 50 })).toMatch(
      /^50 tasks leave 50 files, .* each on average, in one directory\.$/,
    );
  });

  it('says how many files lie in a directory with partitionBy', () => {
    const byDay = { step: 'repartition', partitionBy: 'another column', partitionValues: 365 } as const;
    expect(sentence(byDay)).toMatch(/about 73,000 files.* in 365 directories: 200 in a directory/);
  });
});
