import type { Column } from '#lib/plan/analyze/column.ts';
import type { ParsedSql, SqlProblem } from '../sql/parsed-sql.ts';

/** lib/pyspark/sql as programs need it; it is loaded only when a program has SQL text, see `Interpreted.wantsSql`. */
export interface SqlParser {
  parseSql(text: string): ParsedSql;
  parseExpression(text: string): Column | SqlProblem;
  parseColumnList(text: string): readonly Column[] | SqlProblem;
}

/** SQL text was met and no parser was given: the interpretation ends there, and the caller starts again with one. */
export class SqlWanted extends Error {}
