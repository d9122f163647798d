import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { memorySentence } from './memory-sentence.ts';

function sentence(changes: Partial<Knobs>): string {
  const { stages, taskMemoryBytes } = runPipeline({ ...DEFAULT_KNOBS, keys: 1000, ...changes });
  return memorySentence(stages.at(-1)!, taskMemoryBytes);
}

describe('memorySentence', () => {
  it('says how many tasks spill and how much', () => {
    const few = { step: 'sort', shufflePartitions: 20, adaptive: false } as const;
    expect(sentence(few)).toMatch(/^\d+ of \d+ tasks need more than the 1\.16 GiB .* and spill .* GiB/);
  });

  it('says that nothing spills, and that some stages keep nothing', () => {
    expect(sentence({ dataBytes: 2 ** 30 })).toContain('nothing spills');
    expect(sentence({ step: 'none' })).toContain('keep no rows');
  });
});
