import type { Job } from '#lib/plan/jobs/run.ts';
import type { ActionPrediction, ActionRequest } from '#lib/plan/predict-action.ts';
import { treeStages } from '#lib/plan/rdd/tree-stages.ts';
import type { Catalog } from '#lib/plan/settings.ts';
import type { Eager } from './program.ts';

type Predict = (action: ActionRequest) => ActionPrediction;

/** How many jobs a call runs that is no action. */
export function eagerJobs(eager: Eager, predict: Predict): number {
  return eagerRuns(eager, predict, {}).length;
}

/** The jobs of a call that is no action; how many tasks read files is told by the catalog. */
export function eagerRuns(eager: Eager, predict: Predict, catalog: Catalog): readonly Job[] {
  const { does, conf } = eager;
  const run = (method: string, on: ActionRequest['on']): readonly Job[] =>
    predict({ method, on, rows: undefined, conf }).jobs;
  switch (does.kind) {
    case 'infer-schema':
      return inferSchema(does.format, catalog[does.source]?.files ?? 1);
    case 'list-files':
      return [{ what: 'list files', tasks: [does.paths], skipped: [] }];
    case 'rdd-sort': {
      // One job counts, one samples.
      const on = { kind: 'rdd', rdd: does.rdd } as const;
      return [...run('count', on), ...run('collect', on)];
    }
    case 'rdd-count':
      return run(eager.method === 'createDataFrame' ? 'first' : 'count', { kind: 'rdd', rdd: does.rdd });
    case 'statistics':
    case 'pivot-values':
      return run('collect', { kind: 'dataframe', plan: does.plan, frame: -1 });
    case 'tree-aggregate': {
      const jobs = run('collect', { kind: 'dataframe', plan: does.plan, frame: -1 });
      return jobs.map((job, i) => (i < jobs.length - 1 ? job : { ...job, tasks: mergedAsTree(job.tasks) }));
    }
    case 'materialize': {
      const jobs = run(eager.method, { kind: 'dataframe', plan: does.plan, frame: -1 });
      // `df.rdd` runs every stage but the last one, and those only under adaptive execution.
      return eager.method === 'rdd' ? jobs.slice(0, -1) : jobs;
    }
  }
}

function mergedAsTree(tasks: readonly number[]): readonly number[] {
  return [...tasks.slice(0, -1), ...treeStages(tasks.at(-1) ?? 0, 'jvm')];
}

/** Footers and the first line of csv are read by one task; types are found by reading everything. */
function inferSchema(format: string, files: number): readonly Job[] {
  const job = (what: string, tasks: number): Job => ({ what, tasks: [tasks], skipped: [] });
  if (format === 'csv with inferSchema') return [job('read the header', 1), job('find the types', files)];
  const readsAll = ['json', 'xml'].includes(format) || format.endsWith('mergeSchema');
  return [job('find the columns', readsAll ? files : 1)];
}
