import type { Analyzer } from '#lib/plan/analyze/analyzer.ts';
import type { Column } from '#lib/plan/analyze/column.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';

/** spark.sql.pivotMaxValues, and one more to see that there are too many. */
const MOST_VALUES = 10_001;

/** The query that RelationalGroupedDataset.pivot runs to find the values when none are given. */
export function pivotValuesPlan(analyzer: Analyzer, child: LogicalPlan, of: Column, at: number): LogicalPlan {
  const name = 'pivot value';
  const values = analyzer.project(child, [{ kind: 'named', child: of, names: [name] }], at);
  const limited = analyzer.limit(analyzer.distinct(values, at), MOST_VALUES, at);
  return analyzer.sort(limited, [{ kind: 'name', parts: [name] }], true, at);
}
