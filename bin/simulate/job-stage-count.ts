import { newHistory } from '#lib/plan/jobs/run.ts';
import { type PredictContext, predictAction } from '#lib/plan/predict-action.ts';
import { eagerRuns } from '#lib/pyspark/predict-eager.ts';
import type { PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { queryCatalog } from './query-program.ts';
import { readQuerySettings } from './query-settings.ts';
import { readTables } from './read-tables.ts';
import { readQuery } from './run-query.ts';

interface ShownJob {
  readonly submittedStageTasks: readonly number[];
  readonly skippedStageTasks: readonly number[];
}

/** The jobs that a query's actions run, with the tasks of their stages; which of several side by side is first, is not told. */
export function jobStageCount(language: PythonLanguage): CaseKind {
  return {
    kind: 'job-stage-count',
    run(input, spark) {
      const tables = readTables(input.optional('tables'));
      const settings = readQuerySettings(input, spark);
      const program = readQuery(input.field('query').text(), tables, settings, language);
      const context: PredictContext = { settings, catalog: queryCatalog(tables), history: newHistory() };
      const jobs = program.steps
        .flatMap((step) =>
          'on' in step
            ? predictAction(step, context).jobs
            : eagerRuns(step, (request) => predictAction(request, context), context.catalog),
        )
        .map(
          ({ tasks, skipped }): ShownJob => ({
            submittedStageTasks: tasks.toSorted(ascending),
            skippedStageTasks: skipped.toSorted(ascending),
          }),
        )
        .sort(byStages);
      const stages = (of: keyof ShownJob) => jobs.reduce((sum, job) => sum + job[of].length, 0);
      return {
        numJobs: jobs.length,
        submittedStages: stages('submittedStageTasks'),
        skippedStages: stages('skippedStageTasks'),
        jobs,
      };
    },
  };
}

/** By how many stages, then by the tasks of those that ran, then by those that were skipped. */
function byStages(a: ShownJob, b: ShownJob): number {
  return (
    a.submittedStageTasks.length +
      a.skippedStageTasks.length -
      (b.submittedStageTasks.length + b.skippedStageTasks.length) ||
    compareLists(a.submittedStageTasks, b.submittedStageTasks) ||
    compareLists(a.skippedStageTasks, b.skippedStageTasks)
  );
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    if (other === undefined || value !== other) return other === undefined ? 1 : value - other;
  }
  return a.length - b.length;
}

function ascending(a: number, b: number): number {
  return a - b;
}
