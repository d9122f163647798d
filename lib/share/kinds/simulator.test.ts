import { describe, expect, it } from 'vitest';
import { simulatorState } from './simulator.ts';

const decoded = (state: object) => {
  const lost: string[] = [];
  return { ...simulatorState({ kind: 'simulator', ...state }, { path: '', lost }), lost };
};

describe('a shared simulation', () => {
  it('of before there were baselines and names of keys is read as it was', () => {
    expect(decoded({ knobs: { adaptive: false, executors: 9 } })).toEqual({
      ...{ kind: 'simulator', knobs: { adaptive: false, executors: 9 } },
      ...{ keyNames: null, situation: null, baseline: null, lost: [] },
    });
  });

  it('holds as many keys as the simulator takes', () => {
    const weights = Array.from({ length: 10_000 }, (_, key) => 1_000_000_000 + key).join(' ');
    const keyNames = Array.from({ length: 10_001 }, (_, key) => `key ${key}`);
    const { knobs, keyNames: names, lost } = decoded({ knobs: { weights }, keyNames });
    expect(knobs.weights).toBe(weights);
    expect(names).toHaveLength(10_000);
    expect(lost).toEqual(['keyNames.10000 and later']);
  });

  it('leaves out knobs that are neither a number, a text nor a switch', () => {
    expect(decoded({ knobs: { weights: [1, 2], files: null, keys: 5 } })).toMatchObject({
      knobs: { keys: 5 },
      lost: [expect.stringContaining('knobs.weights'), expect.stringContaining('knobs.files')],
    });
  });
});
