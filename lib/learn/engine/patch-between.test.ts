import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyPatch, patchBetween } from './patch-between.ts';
import { applyPatch, type Workspace, type WorkspacePatch } from './workspace.ts';

const situation: Workspace = {
  program: { files: { 'main.py': 'x = 1', 'old.py': 'y = 2' }, main: 'main.py' },
  settings: { spark: '4.3', cores: 4, conf: { 'spark.sql.shuffle.partitions': '32' } },
  knobs: { files: 8, weights: [1, 2] },
  log: 'before',
  sql: 'SELECT 1',
};

const patches: fc.Arbitrary<WorkspacePatch> = fc.record(
  {
    files: fc.dictionary(
      fc.constantFrom('main.py', 'old.py', 'new.py'),
      fc.option(fc.string({ maxLength: 5 }), { nil: null }),
    ),
    conf: fc.dictionary(
      fc.constantFrom('spark.sql.shuffle.partitions', 'spark.sql.ansi.enabled'),
      fc.string(),
    ),
    knobs: fc.record(
      {
        files: fc.integer({ min: 7, max: 9 }),
        cores: fc.integer({ min: 1, max: 3 }),
        adaptive: fc.boolean(),
        weights: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    log: fc.constantFrom('before', 'after'),
    sql: fc.constantFrom('SELECT 1', 'SELECT 2'),
  },
  { requiredKeys: [] },
);

describe('patchBetween', () => {
  it('names what differs and nothing else', () => {
    const now = applyPatch(situation, {
      files: { 'main.py': 'x = 3', 'old.py': null },
      knobs: { files: 8, cores: 2, weights: [1, 2] },
    });
    expect(patchBetween(situation, now)).toEqual({
      files: { 'main.py': 'x = 3', 'old.py': null },
      knobs: { cores: 2 },
    });
  });

  it('makes of the situation what somebody made of it', () => {
    fc.assert(
      fc.property(patches, (patch) => {
        const now = applyPatch(situation, patch);
        expect(applyPatch(situation, patchBetween(situation, now))).toEqual(now);
      }),
      { seed: 7 },
    );
  });

  it('says nothing of a program or settings that the situation does not have', () => {
    const { program, settings, log } = situation;
    expect(patchBetween({ log: 'before' }, { program: program!, settings: settings!, log: log! })).toEqual(
      {},
    );
  });

  it('is empty where nothing was changed', () => {
    expect(isEmptyPatch(patchBetween(situation, structuredClone(situation)))).toBe(true);
  });
});
