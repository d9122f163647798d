import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import type { Column } from '#lib/plan/analyze/column.ts';
import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import type { Expression } from '#lib/plan/expression/expression.ts';
import { typeOf } from '#lib/plan/expression/type-of.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import { type DataType, sameType } from '#lib/plan/types/data-type.ts';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { parseColumnList } from '#lib/pyspark/sql/parse-sql.ts';
import type { CaseInput } from '#lib/simulator/cases/read-input.ts';
import { compileExpression } from '#lib/simulator/expressions/evaluate.ts';
import type { SqlValue } from '#lib/simulator/rows/sql-value.ts';

/** Each row is computed on its own; a million take some seconds. */
export const MOST_ROWS = 1_000_000;

/** Columns as SQL over the row's number, as in `spark.range(n).selectExpr(…)` with ANSI mode off and the zone UTC. */
export interface SqlRows {
  readonly types: readonly DataType[];
  valuesOf(row: number): readonly SqlValue[];
}

/** `rowName`: what the text calls the number of the row, which is a bigint. `asType`: what the only column is cast to. */
export function sqlRows(sql: CaseInput, spark: SparkVersion, rowName = 'id', asType?: DataType): SqlRows {
  const conf = { 'spark.sql.ansi.enabled': 'false', 'spark.sql.session.timeZone': 'UTC' };
  const analyzer = createAnalyzer({ spark, cores: 1, conf }, {});
  const range = analyzer.rename(analyzer.range(0, 1, 1, 1, 0), [['id', rowName]], 0);
  const [attribute] = outputOf(range);
  const plan = analyzer.project(range, readColumns(sql), 0);
  const problem = analyzer.problems[0];
  if (problem !== undefined) throw new UserError(`"${sql.path}": ${problem.what}`);
  const list: readonly Expression[] = plan.kind === 'Project' ? plan.list : outputOf(plan);
  const expressions = list.map((each) => (asType === undefined ? each : castTo(each, asType)));
  const columns = expressions.map(compileExpression);
  const row = new Map<number, SqlValue>();
  return {
    types: expressions.map(typeOf),
    valuesOf: (number) => {
      row.set(attribute!.id, BigInt(number));
      return columns.map((column) => column(row));
    },
  };
}

export function readRows(input: CaseInput): number {
  return input.field('rows').integer(0, MOST_ROWS);
}

export function readSqlType(input: CaseInput): DataType {
  return parseType(input.text(1000)) ?? input.refuse('a SQL type');
}

function readColumns(sql: CaseInput): readonly Column[] {
  const columns = parseColumnList(sql.text(100_000));
  if ('message' in columns) throw new UserError(`"${sql.path}": ${columns.message}`);
  if (columns.length > 10_000)
    throw new UserError(`"${sql.path}" has more than ${formatCount(10_000)} columns`);
  return columns;
}

function castTo(child: Expression, type: DataType): Expression {
  return sameType(typeOf(child), type) ? child : { kind: 'cast', child, type };
}
