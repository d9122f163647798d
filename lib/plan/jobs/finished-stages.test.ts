import { describe, expect, it } from 'vitest';
import { TestBench } from '../analyze/testing.ts';
import { optimize } from '../optimize/optimizer.ts';
import { prepare } from '../physical/prepare.ts';
import { newHistory } from './run.ts';
import { runPlan } from './run-plan.ts';
import type { RunContext } from './static-run.ts';

/** The jobs of a query, each as tasks of the stages that run, and behind a bar those that are skipped. */
function jobs(sql: string, adaptive: boolean, runs = 1): readonly string[] {
  const conf = {
    'spark.sql.adaptive.enabled': String(adaptive),
    'spark.sql.shuffle.partitions': '10',
    'spark.sql.autoBroadcastJoinThreshold': '-1',
  };
  const settings = { spark: '3.5', cores: 4, conf } as const;
  const { plan: optimized } = optimize(new TestBench('3.5', conf).sql(sql), settings);
  const plan = prepare(optimized, settings, new Set());
  const context: RunContext = { settings, history: newHistory(), catalog: {}, rows: () => 7 };
  return Array.from({ length: runs }, () => runPlan(plan, optimized, { kind: 'execute' }, context))
    .flat()
    .map(({ tasks, skipped }) => `${tasks}${skipped.length > 0 ? ` | ${skipped}` : ''}`);
}

const RANGE = 'select id, id % 7 as v from range(0, 1000, 1, 8)';

describe('stages that have run before', () => {
  it('are skipped by the job after each shuffle of an adaptive run, down to the first', () => {
    const sql = `select n, count(*) from (select v, count(*) as n from (${RANGE}) group by v) group by n`;
    expect(jobs(sql, true)).toEqual(['8', '1 | 8', '1 | 8,1']);
    expect(jobs(sql, false)).toEqual(['8,10,10']);
  });

  it('are skipped by a second run over the same shuffles', () => {
    const sql = `select v, count(*) from (${RANGE}) group by v`;
    expect(jobs(sql, false, 2)).toEqual(['8,10', '10 | 8']);
  });

  it('count once, however often a plan reads them', () => {
    const grouped = `select v, count(*) as n from (${RANGE}) group by v`;
    expect(jobs(`select * from (${grouped}) a join (${grouped}) b on a.v = b.v`, true)).toEqual([
      '8',
      '1 | 8',
    ]);
  });
});

describe('a range shuffle', () => {
  it('is sampled by a job of its own, and has no more partitions than its key has values to tell apart', () => {
    expect(jobs(`${RANGE} order by v`, false)).toEqual(['8', '8,7']);
    expect(jobs(`${RANGE} order by id desc`, false)).toEqual(['8', '8,10']);
  });
});
