import { describe, expect, it } from 'vitest';
import { filterSettings, settingSources } from './setting-filter.ts';

const settings = [
  { source: 'spark', name: 'spark.sql.shuffle.partitions', value: '200', execution_id: null },
  { source: 'spark', name: 'spark.app.name', value: 'Nightly', execution_id: null },
  { source: 'jvm', name: 'Java Version', value: '17', execution_id: null },
];

describe('filterSettings', () => {
  it('finds by source and by a part of the name or the value', () => {
    expect(filterSettings(settings, 'all', '')).toHaveLength(3);
    expect(filterSettings(settings, 'spark', '')).toHaveLength(2);
    expect(filterSettings(settings, 'all', 'nightly').map(({ name }) => name)).toEqual(['spark.app.name']);
    expect(filterSettings(settings, 'jvm', 'shuffle')).toEqual([]);
  });
});

describe('settingSources', () => {
  it('counts the settings of each source', () => {
    expect(settingSources(settings)).toEqual([
      { kind: 'all', label: 'all', count: 3 },
      { kind: 'spark', label: 'spark', count: 2 },
      { kind: 'jvm', label: 'jvm', count: 1 },
    ]);
  });
});
