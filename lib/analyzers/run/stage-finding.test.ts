import { describe, expect, it } from 'vitest';
import { executionOf, inStages, stageLabel } from './stage-finding.ts';

describe('stageLabel', () => {
  it.each([
    [{ stage_id: 4, attempt_id: 0, name: 'count at daily.py:31' }, 'stage 4 (count at daily.py:31)'],
    [
      { stage_id: 4, attempt_id: 2, name: 'count at daily.py:31' },
      'stage 4 attempt 2 (count at daily.py:31)',
    ],
    [{ stage_id: 0, attempt_id: 0, name: null }, 'stage 0'],
  ])('names %j "%s"', (stage, label) => {
    expect(stageLabel(stage)).toBe(label);
  });
});

describe('inStages', () => {
  it('names one stage and counts several', () => {
    expect(inStages([{ where: 'stage 4' }])).toBe('in stage 4');
    expect(inStages([{ where: 'stage 4' }, { where: 'stage 5' }])).toBe('in 2 stages');
  });
});

describe('executionOf', () => {
  it('takes execution 0 for one', () => {
    expect(executionOf({ sql_execution_id: 0 })).toEqual([0]);
    expect(executionOf({ sql_execution_id: null })).toEqual([]);
  });
});
