import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Comparison, compareTables, type Difference } from '#lib/testing/compare-tables.ts';
import { DELIBERATE_DIFFERENCES, type LogFacts } from '#lib/testing/deliberate-differences.ts';
import { GOLDEN_LOGS, goldenLog, historyServerAnswer } from '#lib/testing/golden-logs.ts';
import { openLog } from '#lib/testing/open-run.ts';
import { type RestRow, type TruthTables, truthTables } from '#lib/testing/rest-answer.ts';
import { ourPlans, truthPlans } from '#lib/testing/rest-plan.ts';

const usedHeadings = new Set<string>();
let cells = 0;

describe('the tables of a real log equal the History Server’s answers, cell by cell:', () => {
  it.each(GOLDEN_LOGS.map(({ id, spark, what }) => [id, spark, what] as const))(
    '%s (Spark %s): %s',
    async (id) => {
      const { comparison, facts } = await compared(id);
      const unexplained = comparison.differences.filter((difference) => !isDeliberate(difference, facts));
      expect(unexplained.slice(0, 5)).toEqual([]);
      expect(comparison.notCompared).toEqual([]);
      expect(comparison.cells).toBeGreaterThan(300);
      cells += comparison.cells;
    },
  );

  afterAll(() => expect(cells).toBeGreaterThan(200_000));
});

describe('docs/history-server.md', () => {
  it('explains every difference that is made on purpose, and no other', () => {
    const text = readFileSync(new URL('../../docs/history-server.md', import.meta.url), 'utf8');
    const headings = [...text.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(DELIBERATE_DIFFERENCES.map(({ heading }) => heading));
  });

  it('has an example of each in the golden logs', () => {
    expect([...usedHeadings].sort()).toEqual(DELIBERATE_DIFFERENCES.map(({ heading }) => heading).sort());
  });
});

function isDeliberate(difference: Difference, facts: LogFacts): boolean {
  const reason = DELIBERATE_DIFFERENCES.find(({ applies }) => applies(difference, facts));
  if (reason) usedHeadings.add(reason.heading);
  return reason !== undefined;
}

async function compared(id: string): Promise<{ comparison: Comparison; facts: LogFacts }> {
  const answer = historyServerAnswer(id);
  const truth = truthTables(answer);
  const run = await openLog(await goldenLog(id));
  const rows = async (sql: string) => (await run.query(sql)) as readonly RestRow[];
  const ours: Record<string, readonly RestRow[]> = {};
  for (const table of Object.keys(truth)) ours[table] = await rows(`SELECT * FROM ${table}`);
  ours.properties = ours.properties!.filter(({ source }) => sections(truth).has(source));
  const nodes = await rows('SELECT * FROM plan_nodes WHERE is_last');
  const plans = ourPlans(nodes, await rows('SELECT * FROM plan_metrics'));
  const facts = await factsOf(rows);
  await run.close();
  return { comparison: compareTables({ ...truth, ...truthPlans(answer) }, { ...ours, ...plans }), facts };
}

/** Session settings have no answer, and of most logs the golden folder leaves out Hadoop’s and the classpath. */
function sections(truth: TruthTables): ReadonlySet<unknown> {
  return new Set(truth.properties!.map(({ source }) => source));
}

async function factsOf(rows: (sql: string) => Promise<readonly RestRow[]>): Promise<LogFacts> {
  const unended = await rows("SELECT task_id FROM tasks WHERE status IN ('RUNNING', 'GET RESULT')");
  const rdds = await rows('SELECT rdd_id FROM cached_rdds WHERE coalesce(num_cached_partitions, 0) = 0');
  const facts = new Set((await rows('SELECT DISTINCT fact FROM ledger')).map(({ fact }) => fact));
  return {
    completed: !facts.has('application-end-missing'),
    unended: new Set(unended.map(({ task_id }) => String(task_id))),
    hasLostTaskEnds: facts.has('task-ends-missing'),
    rddsWithoutBlocks: new Set(rdds.map(({ rdd_id }) => String(rdd_id))),
  };
}
