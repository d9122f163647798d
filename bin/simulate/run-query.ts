import { UserError } from '#lib/base/assert.ts';
import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { interpretProject } from '#lib/pyspark/interpret/interpreter.ts';
import type { Program } from '#lib/pyspark/program.ts';
import * as sql from '#lib/pyspark/sql/parse-sql.ts';
import type { PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import { type QueryTables, queryCatalog, queryProgram } from './query-program.ts';

const MAIN = 'query.py';

/** What a query's program does with Spark; a query that cannot be read is told so. */
export function readQuery(
  text: string,
  tables: QueryTables,
  settings: PlanSettings,
  language: PythonLanguage,
  action?: string,
): Program {
  const catalog = queryCatalog(tables);
  const analyzer = createAnalyzer(settings, catalog);
  const sources = new Map([[MAIN, { text: queryProgram(text, tables, action) }]]);
  const { program } = interpretProject(sources, MAIN, { language, settings, catalog, analyzer, sql });
  const problem = program.unresolved[0]?.what ?? analyzer.problems[0]?.what;
  if (program.steps.length === 0 && problem !== undefined)
    throw new UserError(`The query cannot be read: ${problem}`);
  return program;
}
