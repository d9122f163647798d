import { describe, expect, it } from 'vitest';
import type { LaneView } from '#lib/pyspark/view/program-view.ts';
import { laneHeading } from './lane-heading.ts';

const places = [{ file: 'a.py', from: 0, to: 5, line: 31, method: 'count' }];
const lane: LaneView = {
  ...{ place: 0, method: 'count', runBy: 'action', depends: [] },
  ...{ jobs: [{ what: 'result', tasks: [1] }], stages: 2, shuffles: 1, broadcasts: 0 },
};

describe('laneHeading', () => {
  it('tells where an action is and what it runs', () => {
    expect(laneHeading(lane, places, false)).toEqual({
      title: 'line 31 · count()',
      facts: '1 job · 2 stages · 1 shuffle',
    });
  });

  it('names the file where there are several', () => {
    expect(laneHeading(lane, places, true).title).toBe('a.py line 31 · count()');
  });

  it('promises no jobs where no action is', () => {
    const { facts } = laneHeading({ ...lane, runBy: 'nothing', shuffles: 0, broadcasts: 2 }, places, false);
    expect(facts).toBe('no action runs it · if one did: 2 broadcasts');
  });
});
