import { afterEach, describe, expect, it } from 'vitest';
import { mute, mutedProblems, unmute } from './muted.ts';

afterEach(() => mutedProblems.set([]));

describe('muted problems', () => {
  it('are remembered once each and can be heard again', () => {
    mute('spill');
    mute('task-skew');
    mute('spill');
    expect(mutedProblems.get()).toEqual(['task-skew', 'spill']);
    unmute('spill');
    expect(mutedProblems.get()).toEqual(['task-skew']);
  });
});
