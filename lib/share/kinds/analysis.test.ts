import { describe, expect, it } from 'vitest';
import { report } from '#lib/analyzers/run/report.ts';
import { withRun } from '#lib/testing/open-run.ts';
import { readLink, writeLink } from '../link.ts';
import { CATEGORY_IDS } from '../redaction/categories.ts';
import { redactState } from '../redaction/redact-state.ts';
import { aboutLink } from '../testing.ts';
import { analysisSummary } from './analysis.ts';

const SKEWED = `
  app nightly  id app-42  slots 4  spark 3.5.8
  job 0  sql 1
    stage 0  tasks 200  ms 50, 1x90 s  records 100
  plan 1 Scan`;

describe('analysisSummary', () => {
  it('has the figures and the evidence of a run, and no SQL and no rows', async () => {
    const found = await withRun(SKEWED, report);
    const summary = analysisSummary(found, found);
    expect(summary.application).toMatchObject({ name: 'nightly', app_id: 'app-42', spark_version: '3.5.8' });
    expect(summary.stats).toEqual(found.stats);
    expect(summary.insights.map(({ title }) => title)).toEqual(found.insights.map(({ title }) => title));
    expect(summary.insights.length).toBeGreaterThan(0);
    expect(JSON.stringify(summary)).not.toMatch(/SELECT|"sql"/);
  });

  it('of a real run survives hiding and the link', async () => {
    const found = await withRun(SKEWED, report);
    const state = redactState(analysisSummary(found, found), CATEGORY_IDS, { names: ['nightly'], hosts: [] });
    const { fragment, isTooLarge } = writeLink({ ...aboutLink, state });
    expect(isTooLarge).toBe(false);
    expect(readLink(fragment)).toMatchObject({ problem: undefined, lost: [], content: { state } });
  });
});
