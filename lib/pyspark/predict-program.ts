import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import { newHistory } from '#lib/plan/jobs/run.ts';
import {
  type ActionPrediction,
  type ActionRequest,
  type PredictContext,
  predictAction,
} from '#lib/plan/predict-action.ts';
import type { SqlParser } from './api/sql-parser.ts';
import { interpretProject } from './interpret/interpreter.ts';
import type { ProgramFile } from './interpret/run.ts';
import type { PredictOptions, Sources } from './predict.ts';
import { eagerJobs } from './predict-eager.ts';
import type { PredictionMemo } from './prediction-memo.ts';
import type { Action, Eager, Program, UnresolvedText } from './program.ts';
import type { SparkCall } from './spark-call.ts';

/** A program as it was read, for predictions and for whoever looks at calls and plans. */
export interface ReadProject {
  readonly program: Program;
  /** Every call on Spark, in the order in which they are made; empty unless they were asked for. */
  readonly calls: readonly SparkCall[];
  readonly files: ReadonlyMap<string, ProgramFile>;
  /** What cannot be known, from the text and from the plans, in the order of the text. */
  readonly unresolved: readonly UnresolvedText[];
}

/** A step of the program with what Spark does for it. */
export type PredictedStep =
  | { readonly kind: 'action'; readonly action: Action; readonly prediction: ActionPrediction }
  | { readonly kind: 'eager'; readonly eager: Eager; readonly jobs: number };

/** Where SQL text is likely, the parser comes first; where it turns out to be needed, the program is read again. */
const LIKELY_SQL = /\.sql\(|\bexpr\(|selectExpr\(|(filter|where)\(\s*f?["']/;

export async function readProject(
  sources: Sources,
  main: string,
  options: PredictOptions,
  want: { readonly calls: boolean } = { calls: false },
): Promise<ReadProject> {
  const { language, settings, catalog } = options;
  const go = (sql?: SqlParser) => {
    const analyzer = createAnalyzer(settings, catalog);
    const calls: SparkCall[] = [];
    const given = { language, settings, catalog, analyzer, sql, ...(want.calls ? { calls } : {}) };
    return { ...interpretProject(sources, main, given), calls, problems: analyzer.problems };
  };
  const likely = [...sources.values()].some(({ text }) => LIKELY_SQL.test(text));
  const first = go(likely ? await options.loadSql() : undefined);
  const { program, calls, files, problems } = first.wantsSql ? go(await options.loadSql()) : first;
  return { program, calls, files, unresolved: unresolvedOf(program, problems) };
}

/**
 * In program order: what one step leaves behind (caches, shuffle files) the next ones find. With a `memo` of an earlier
 * version of the program only what is new is planned.
 */
export function predictSteps(
  program: Program,
  { settings, catalog }: Pick<PredictOptions, 'settings' | 'catalog'>,
  memo?: PredictionMemo,
): readonly PredictedStep[] {
  const context: PredictContext = { settings, catalog, history: newHistory() };
  const run = memo?.begin(context);
  const predict = (request: ActionRequest): ActionPrediction =>
    run ? run.predict(request) : predictAction(request, context);
  const steps = program.steps.map(
    (step): PredictedStep =>
      'on' in step
        ? { kind: 'action', action: step, prediction: predict(step) }
        : { kind: 'eager', eager: step, jobs: eagerJobs(step, predict) },
  );
  run?.end();
  return steps;
}

type Problem = { readonly at: number; readonly what: string; readonly effect: string };

function unresolvedOf(program: Program, problems: readonly Problem[]): readonly UnresolvedText[] {
  const fromPlans = problems.flatMap(({ at, what, effect }) => {
    const operation = program.operations[at];
    return operation ? [{ where: operation.name, what, effect }] : [];
  });
  return [...program.unresolved, ...fromPlans].toSorted((a, b) => a.where.line - b.where.line);
}
