import { describe, expect, it } from 'vitest';
import { applyPatch, joinPatches, type Workspace } from './workspace.ts';

const workspace: Workspace = {
  program: { files: { 'main.py': 'x = 1', 'old.py': 'y = 2' }, main: 'main.py' },
  settings: { spark: '4.3', cores: 4, conf: { a: '1' } },
  knobs: { files: 8 },
  log: 'before',
};

describe('applyPatch', () => {
  it('changes what it names and leaves the rest', () => {
    const patch = { files: { 'main.py': 'x = 3', 'old.py': null }, conf: { b: '2' }, knobs: { cores: 2 } };
    expect(applyPatch(workspace, patch)).toEqual({
      program: { files: { 'main.py': 'x = 3' }, main: 'main.py' },
      settings: { spark: '4.3', cores: 4, conf: { a: '1', b: '2' } },
      knobs: { files: 8, cores: 2 },
      log: 'before',
    });
  });

  it('gives code to no workspace that has none', () => {
    expect(applyPatch({ knobs: { files: 8 } }, { files: { 'a.py': '' }, conf: { a: '1' } })).toEqual({
      knobs: { files: 8 },
    });
  });

  it('leaves the workspace it was given alone', () => {
    const before = structuredClone(workspace);
    applyPatch(workspace, { files: { 'main.py': null }, log: 'after', sql: 'SELECT 1' });
    expect(workspace).toEqual(before);
  });
});

describe('joinPatches', () => {
  it('is one change after the other', () => {
    const first = { files: { 'main.py': 'a', 'b.py': 'b' }, knobs: { files: 1 }, sql: 'SELECT 1' };
    const second = { files: { 'main.py': 'c' }, knobs: { cores: 2 }, conf: { a: '5' } };
    const joined = joinPatches(first, second);
    expect(applyPatch(workspace, joined)).toEqual(applyPatch(applyPatch(workspace, first), second));
  });
});
