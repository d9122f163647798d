import { describe, expect, it } from 'vitest';
import type { StageListRow } from '#lib/tables/queries/stage-list.ts';
import { filterKinds, filterStages, NO_FILTER } from './stage-filter.ts';

const stage = (id: string, status: string, name: string) =>
  ({ stage: id, status, name, description: null }) as StageListRow;

const stages = [
  stage('1.0', 'COMPLETE', 'count at daily.py:31'),
  stage('10.0', 'SKIPPED', 'save at daily.py:40'),
  stage('12.1', 'COMPLETE', 'save at daily.py:44'),
];
const marked = new Set(['12.1']);
const ids = (filter: Partial<typeof NO_FILTER>) =>
  filterStages(stages, { ...NO_FILTER, ...filter }, marked).map((each) => each.stage);

describe('filterStages', () => {
  it('lets all pass at first', () => {
    expect(ids({})).toEqual(['1.0', '10.0', '12.1']);
  });

  it('filters by status, by insights, by id and by name', () => {
    expect(ids({ kind: 'COMPLETE' })).toEqual(['1.0', '12.1']);
    expect(ids({ kind: 'insights' })).toEqual(['12.1']);
    expect(ids({ text: '12' })).toEqual(['12.1']);
    expect(ids({ text: 'SAVE' })).toEqual(['10.0', '12.1']);
    expect(ids({ kind: 'SKIPPED', text: 'count' })).toEqual([]);
  });
});

describe('filterKinds', () => {
  it('counts what each filter leaves', () => {
    expect(filterKinds(stages, marked)).toEqual([
      { kind: 'all', label: 'all', count: 3 },
      { kind: 'insights', label: 'with insights', count: 1 },
      { kind: 'COMPLETE', label: 'complete', count: 2 },
      { kind: 'SKIPPED', label: 'skipped', count: 1 },
    ]);
  });

  it('offers no filter that would leave nothing', () => {
    expect(filterKinds(stages, new Set()).map(({ kind }) => kind)).toEqual(['all', 'COMPLETE', 'SKIPPED']);
  });
});
