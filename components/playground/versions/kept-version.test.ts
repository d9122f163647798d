import { describe, expect, it } from 'vitest';
import type { Project } from '../worker/protocol.ts';
import { changedContext, changedFiles, nextName } from './kept-version.ts';

const project = (conf: Readonly<Record<string, string>>, cores = 4): Project => ({
  files: new Map(),
  main: 'main.py',
  settings: { spark: '4.3', cores, conf },
  catalog: {},
});

describe('kept versions', () => {
  it('get names that are free', () => {
    expect(nextName([])).toBe('Version 1');
    expect(nextName([{ name: 'Version 2' }])).toBe('Version 3');
  });

  it('are compared by the files that changed, came or went', () => {
    const [before, after] = [
      new Map([
        ['a', '1'],
        ['b', '1'],
        ['c', '1'],
      ]),
      new Map([
        ['b', '2'],
        ['c', '1'],
        ['d', '1'],
      ]),
    ];
    expect(changedFiles(before, after)).toEqual([
      { path: 'a', before: '1', after: '' },
      { path: 'b', before: '1', after: '2' },
      { path: 'd', before: '', after: '1' },
    ]);
  });

  it('say under which other settings they were kept', () => {
    expect(changedContext(project({ 'spark.sql.shuffle.partitions': '8' }), project({}, 16))).toEqual([
      'Cores: 4 before, 16 now',
      'spark.sql.shuffle.partitions: 8 before, Spark’s default now',
    ]);
    expect(changedContext(project({ a: '1' }), project({ a: '1' }))).toEqual([]);
  });
});
