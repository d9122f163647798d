import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { identifyingValues } from './identifying-values.ts';

describe('identifyingValues', () => {
  it('has the names of the application and the machines, once each', async () => {
    const rows = await withRun(
      'app nightly  id app-42  slots 2\njob 0\n  stage 0  tasks 2',
      identifyingValues,
    );
    const values = (category: string) =>
      rows.filter((row) => row.category === category).map(({ value }) => value);
    expect(values('names')).toEqual(expect.arrayContaining(['app-42', 'nightly']));
    expect(values('hosts').length).toBeGreaterThan(0);
    expect(values('hosts').join()).not.toContain(':');
    expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
  });
});
