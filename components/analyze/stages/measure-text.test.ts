import { describe, expect, it } from 'vitest';
import { spreadSentence } from './measure-text.ts';

const spread = {
  tasks: 12,
  min: 1,
  p25: 2,
  median: 589,
  p75: 700,
  p95: 900,
  p99: 950,
  max: 6890,
  total: 9000,
};

describe('spreadSentence', () => {
  it('tells the ratio together with how many tasks it is of', () => {
    expect(spreadSentence(spread, 'time')).toBe('12 tasks: median 589 ms, largest 6.89 s (12x the median).');
  });

  it('adds p95 or p99 where there are enough tasks for them', () => {
    expect(spreadSentence({ ...spread, tasks: 50 }, 'time')).toContain('p95 900 ms');
    expect(spreadSentence({ ...spread, tasks: 200 }, 'time')).toContain('p99 950 ms');
  });

  it('divides by nothing', () => {
    expect(spreadSentence({ ...spread, median: 0 }, 'bytes')).toContain('the median is 0');
    expect(spreadSentence({ ...spread, tasks: 1, max: 42 }, 'time')).toBe('One task: 42 ms.');
    expect(spreadSentence({ ...spread, tasks: 0, median: null, max: null }, 'time')).toBe(
      'No task succeeded.',
    );
  });
});
