import { describe, expect, it } from 'vitest';
import { newHistory, type RunHistory } from './jobs/run.ts';
import { bench } from './physical/testing.ts';
import { type ActionRequest, predictAction } from './predict-action.ts';

const OFF = { 'spark.sql.adaptive.enabled': 'false', 'spark.sql.shuffle.partitions': '8' };
const ON = { ...OFF, 'spark.sql.adaptive.enabled': 'true' };

function run(
  sql: string,
  method: string,
  conf: Readonly<Record<string, string>> = OFF,
  history: RunHistory = newHistory(),
): string {
  const request: ActionRequest = {
    method,
    on: { kind: 'dataframe', plan: bench(conf).sql(sql), frame: 1 },
    rows: undefined,
    conf: {},
  };
  const { jobs, stages } = predictAction(request, {
    settings: { spark: '3.5', cores: 4, conf },
    catalog: { 'data/orders': { format: 'parquet', columns: [], rows: 1000 } },
    history,
  });
  return `${jobs.length} jobs, ${stages} stages`;
}

const grouped = 'select region, count(*) from orders group by region';

describe('predictAction', () => {
  it('runs all shuffles in one job, and each in its own when adaptive', () => {
    expect(run(grouped, 'collect')).toBe('1 jobs, 2 stages');
    expect(run(grouped, 'collect', ON)).toBe('2 jobs, 2 stages');
  });

  it('counts rows in one partition at the end', () => {
    expect(run('select * from orders', 'count')).toBe('1 jobs, 2 stages');
    expect(run(grouped, 'count', ON)).toBe('3 jobs, 3 stages');
  });

  it('samples the rows before a range shuffle', () => {
    expect(run('select * from orders order by amount', 'collect')).toBe('2 jobs, 3 stages');
    expect(run('select * from orders order by amount', 'collect', ON)).toBe('3 jobs, 3 stages');
  });

  it('takes a sorted limit without a shuffle', () => {
    expect(run('select * from orders order by amount limit 3', 'collect')).toBe('1 jobs, 1 stages');
  });

  it('runs a broadcast as a job of its own', () => {
    expect(
      run('select o.region from orders o join customers c on o.customer_id = c.customer_id', 'collect'),
    ).toBe('2 jobs, 2 stages');
  });

  it('runs a subquery before the query', () => {
    expect(run('select * from orders where amount > (select avg(amount) from orders)', 'collect')).toBe(
      '2 jobs, 3 stages',
    );
  });

  it('finds the shuffles of a DataFrame that was collected before', () => {
    const history = newHistory();
    expect(run(grouped, 'collect', OFF, history)).toBe('1 jobs, 2 stages');
    expect(run(grouped, 'collect', OFF, history)).toBe('1 jobs, 1 stages');
  });

  it('runs nothing for rows that the plan itself holds', () => {
    expect(run('select * from values (1), (2) as t(x)', 'collect')).toBe('0 jobs, 0 stages');
  });
});
