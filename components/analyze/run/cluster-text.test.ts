import { describe, expect, it } from 'vitest';
import { clusterText } from './cluster-text.ts';

describe('clusterText', () => {
  it('names executors and their cores', () => {
    expect(clusterText([{ executors: 2, cores: 4, is_local: false }])).toBe('2 executors x 4 cores');
    expect(
      clusterText([
        { executors: 10, cores: 4, is_local: false },
        { executors: 1, cores: 1, is_local: false },
      ]),
    ).toBe('10 executors x 4 cores + 1 executor x 1 core');
  });

  it('says local where the driver runs the tasks', () => {
    expect(clusterText([{ executors: 1, cores: 2, is_local: true }])).toBe('local, 2 cores');
  });

  it('says so when the log has no executors', () => {
    expect(clusterText([])).toBe('no executors in the log');
  });
});
