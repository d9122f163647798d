import type { Source } from '#lib/plan/lineage/flow.ts';
import { lineageOf } from '#lib/plan/lineage/lineage.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { ActionPrediction } from '#lib/plan/predict-action.ts';
import type { EagerCall, PredictedAction, Prediction, Unresolved } from '#lib/plan/prediction.ts';
import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { SqlParser } from './api/sql-parser.ts';
import type { SourceFile } from './interpret/interpreter.ts';
import { predictSteps, readProject } from './predict-program.ts';
import type { Action, Program, UnresolvedText } from './program.ts';
import type { PythonLanguage } from './syntax/parser.ts';

export interface PredictOptions {
  readonly language: PythonLanguage;
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  /** Loads lib/pyspark/sql; called only for programs with SQL text. */
  readonly loadSql: () => Promise<SqlParser>;
}

/** A program's text, already turned into Python by `readSource` where it is a notebook. */
export type Sources = ReadonlyMap<string, SourceFile>;

/** What Spark will do with a program of one or several files. */
export async function predictProject(
  sources: Sources,
  main: string,
  options: PredictOptions,
): Promise<Prediction> {
  const { program, unresolved } = await readProject(sources, main, options);
  const several = sources.size > 1;
  const actions: PredictedAction[] = [];
  const eager: EagerCall[] = [];
  for (const step of predictSteps(program, options)) {
    if (step.kind === 'action') actions.push(predicted(step.action, program, step.prediction, several));
    else if (step.jobs > 0) {
      const { at, method } = step.eager;
      const { name } = program.operations[at]!;
      eager.push({ ...fileOf(name.file, several), line: name.line, method, jobs: step.jobs });
    }
  }
  return {
    program: main,
    spark: options.settings.spark,
    actions,
    eager,
    unresolved: unresolved.map((each) => unresolvedAt(each, several)),
  };
}

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
  const optimizer = prediction.notes.map(({ at, rule, what }) => ({ rule, ...lineOf(at), what }));
  const depends = [...(action.depends ?? []), ...prediction.depends];
  return {
    ...fileOf(name.file, several),
    line: name.line,
    method: action.method,
    exchanges: prediction.exchanges.map(({ at, ...exchange }) => ({ ...exchange, ...lineOf(at) })),
    joins: prediction.joins.map(({ at, ...join }) => ({ ...join, ...lineOf(at) })),
    jobs: prediction.jobs.length,
    stages: prediction.stages,
    ...(action.on.kind === 'rdd' ? NO_LINEAGE : lineage(action.on.plan)),
    ...(optimizer.length > 0 ? { optimizer } : {}),
    ...(depends.length > 0 ? { depends } : {}),
  };
}

type LineageOfAction = Pick<PredictedAction, 'lineage' | 'indirect'>;

const NO_LINEAGE: LineageOfAction = {
  lineage: {},
  indirect: { filter: [], join: [], groupBy: [], sort: [] },
};

function lineage(plan: LogicalPlan): LineageOfAction {
  const { columns, indirect } = lineageOf(plan.kind === 'Write' ? plan.child : plan);
  const flat: Record<string, Source[]> = {};
  for (const { column, direct } of columns) flat[column] = [...(flat[column] ?? []), ...direct];
  return { lineage: flat, indirect };
}

function unresolvedAt({ where, what, effect }: UnresolvedText, several: boolean): Unresolved {
  return { ...fileOf(where.file, several), line: where.line, column: where.column, what, effect };
}
