import { describe, expect, it } from 'vitest';
import { lineageOf } from '../lineage/lineage.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { Analyzer } from './analyzer.ts';
import { createAnalyzer } from './create-analyzer.ts';
import { col, columnsOf } from './testing.ts';

function unknown(source: string): { readonly analyzer: Analyzer; readonly plan: LogicalPlan } {
  const analyzer = createAnalyzer({ spark: '4.3', cores: 4, conf: {} }, {});
  return { analyzer, plan: analyzer.relation({ source, format: 'parquet', fields: undefined }, 0) };
}

describe('a source whose schema is not known', () => {
  it('has the columns that the program names, also through projections', () => {
    const { analyzer, plan } = unknown('s3://bucket/t');
    const more = analyzer.withColumns(analyzer.filter(plan, col('a > 1'), 1), [['x', col('b + 1')]], 2);
    const grouped = analyzer.aggregate(more, { columns: [col('k')], mode: 'plain' }, [col('sum(x)')], 3);
    expect(lineageOf(grouped).columns.map((column) => column.direct)).toEqual([
      [['s3://bucket/t', 'k']],
      [['s3://bucket/t', 'b']],
    ]);
    expect(analyzer.problems.map((problem) => problem.what)).toEqual([
      'no schema is known for s3://bucket/t',
    ]);
  });

  it('has none beyond those of a select', () => {
    const { analyzer, plan } = unknown('t');
    const chosen = analyzer.project(plan, [col('a')], 1);
    analyzer.project(chosen, [col('b')], 2);
    expect(analyzer.problems.map((problem) => problem.what)).toContain('no column b');
  });

  it('gives each side of a join with itself its own', () => {
    const { analyzer, plan } = unknown('t');
    const join = analyzer.join(
      analyzer.alias(plan, 'x', 1),
      analyzer.alias(plan, 'y', 2),
      col('x.a = y.b'),
      'Inner',
      3,
    );
    expect(columnsOf(join)).toEqual(['a unknown', 'b unknown']);
  });
});
