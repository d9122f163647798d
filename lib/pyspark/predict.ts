import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import { newHistory } from '#lib/plan/jobs/run.ts';
import { lineageOf } from '#lib/plan/lineage/lineage.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { type ActionPrediction, type PredictContext, predictAction } from '#lib/plan/predict-action.ts';
import type { EagerCall, PredictedAction, Prediction, Unresolved } from '#lib/plan/prediction.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { SqlParser } from './api/sql-parser.ts';
import { interpretProject } from './interpret/interpreter.ts';
import { eagerJobs } from './predict-eager.ts';
import type { Action, Program } from './program.ts';
import type { PythonLanguage } from './syntax/parser.ts';

export interface PredictOptions {
  readonly language: PythonLanguage;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  /** Loads lib/pyspark/sql; called only for programs with SQL text. */
  readonly loadSql: () => Promise<SqlParser>;
}

/** A program's text, already turned into Python by `readSource` where it is a notebook. */
export type Sources = ReadonlyMap<string, { readonly text: string }>;

/** What Spark will do with a program of one or several files. */
export async function predictProject(
  sources: Sources,
  main: string,
  options: PredictOptions,
): Promise<Prediction> {
  const { program, problems } = await interpret(sources, main, options);
  const context: PredictContext = {
    settings: options.settings,
    catalog: options.catalog,
    history: newHistory(),
  };
  const several = sources.size > 1;
  const actions: PredictedAction[] = [];
  const eager: EagerCall[] = [];
  // In program order: what one step leaves behind (caches, shuffle files) the next ones find.
  for (const step of program.steps) {
    if ('on' in step) actions.push(predicted(step, program, predictAction(step, context), several));
    else {
      const { name } = program.operations[step.at]!;
      const jobs = eagerJobs(step, context);
      if (jobs > 0) eager.push({ ...fileOf(name.file, several), line: name.line, method: step.method, jobs });
    }
  }
  return {
    program: main,
    spark: options.settings.spark,
    actions,
    eager,
    unresolved: unresolvedOf(program, problems, several),
  };
}

/** Where SQL text is likely, the parser comes first; where it turns out to be needed, the program is interpreted again. */
const LIKELY_SQL = /\.sql\(|\bexpr\(|selectExpr\(|(filter|where)\(\s*f?["']/;

async function interpret(
  sources: Sources,
  main: string,
  options: PredictOptions,
): Promise<{ readonly program: Program; readonly problems: readonly Problem[] }> {
  const { language, settings, catalog } = options;
  const go = (sql?: SqlParser) => {
    const analyzer = createAnalyzer(settings, catalog);
    return {
      ...interpretProject(sources, main, { language, settings, catalog, analyzer, sql }),
      problems: analyzer.problems,
    };
  };
  const likely = [...sources.values()].some(({ text }) => LIKELY_SQL.test(text));
  const first = go(likely ? await options.loadSql() : undefined);
  return first.wantsSql ? go(await options.loadSql()) : first;
}

type Problem = { readonly at: number; readonly what: string; readonly effect: string };

function fileOf(file: string, several: boolean): { readonly file?: string } {
  return several ? { file } : {};
}

function predicted(
  action: Action,
  program: Program,
  prediction: ActionPrediction,
  several: boolean,
): PredictedAction {
  const lineOf = (at: number | undefined): { readonly line?: number } => {
    const operation = at === undefined ? undefined : program.operations[at];
    return operation ? { line: operation.name.line } : {};
  };
  const { name } = program.operations[action.at]!;
  const depends = [...(action.depends ?? []), ...prediction.depends];
  return {
    ...fileOf(name.file, several),
    line: name.line,
    method: action.method,
    exchanges: prediction.exchanges.map(({ at, ...exchange }) => ({ ...exchange, ...lineOf(at) })),
    joins: prediction.joins.map(({ at, ...join }) => ({ ...join, ...lineOf(at) })),
    jobs: prediction.jobs.length,
    stages: prediction.stages,
    lineage: action.on.kind === 'rdd' ? {} : lineage(action.on.plan),
    ...(depends.length > 0 ? { depends } : {}),
  };
}

function lineage(plan: LogicalPlan): PredictedAction['lineage'] {
  const of = plan.kind === 'Write' ? plan.child : plan;
  const columns: Record<string, [string, string][]> = {};
  for (const { column, direct } of lineageOf(of).columns) {
    columns[column] = [
      ...(columns[column] ?? []),
      ...direct.map(([source, name]): [string, string] => [source, name]),
    ];
  }
  return columns;
}

function unresolvedOf(
  program: Program,
  problems: readonly Problem[],
  several: boolean,
): readonly Unresolved[] {
  const fromText = program.unresolved.map(({ where, what, effect }) => ({ where, what, effect }));
  const fromPlans = problems.flatMap(({ at, what, effect }) => {
    const operation = program.operations[at];
    return operation ? [{ where: operation.name, what, effect }] : [];
  });
  return [...fromText, ...fromPlans]
    .map(({ where, what, effect }) => ({
      ...fileOf(where.file, several),
      line: where.line,
      column: where.column,
      what,
      effect,
    }))
    .toSorted((a, b) => a.line - b.line);
}
