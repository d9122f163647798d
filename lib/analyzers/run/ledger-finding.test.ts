import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { countOf, ledgerFacts } from './ledger-finding.ts';

/** Two stages that each lost two of four task ends, and a run without an end. */
const RUN = `
  job 0
    stage 1  tasks 4
    stage 0  tasks 4
  without TaskEnd every 2
  without ApplicationEnd`;

describe('ledgerFacts', () => {
  it('is one row a kind, with what it counts in all stages', async () => {
    const rows = await withRun(RUN, (query) =>
      ledgerFacts(query, ['task-ends-missing', 'application-end-missing', 'compacted']),
    );
    expect(rows).toMatchObject([
      { fact: 'application-end-missing', count: 1, stages: null },
      { fact: 'task-ends-missing', count: 4, stages: ['0.0', '1.0'] },
    ]);
  });

  it('counts by SQL that gives the same number', async () => {
    const [row] = await withRun(RUN, (query) => query(countOf('task-ends-missing')));
    expect(Object.values(row ?? {})).toEqual([4]);
  });
});
