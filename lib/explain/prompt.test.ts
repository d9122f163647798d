import { describe, expect, it } from 'vitest';
import { promptFor } from './prompt.ts';
import { SKEW } from './testing.ts';

describe('promptFor', () => {
  it('gives a model the evidence by id, as people read it and exactly', () => {
    const { user } = promptFor(SKEW, 'daily');
    expect(user).toContain('Subject: Task skew (measured)');
    expect(user).toContain('[e1] longest task: 2 m 14 s (134000 ms)');
    expect(user).toContain('[e6] share of the run touched at most: 61 %');
    expect(user).toContain('[t1] operator: SortMergeJoin');
  });

  it('asks for citations, forbids other numbers and promises, and knows its reader', () => {
    const { system } = promptFor(SKEW, 'new');
    expect(system).toMatch(/only numbers that are in the evidence/);
    expect(system).toMatch(/cite its id/);
    expect(system).toMatch(/Never promise/);
    expect(system).toMatch(/new to Spark/);
    expect(promptFor(SKEW, 'expert').system).not.toBe(system);
  });
});
