import { type PredictContext, predictAction } from '#lib/plan/predict-action.ts';
import type { Eager } from './program.ts';

/** Jobs of a call that is no action. */
export function eagerJobs(eager: Eager, context: PredictContext): number {
  const { does, conf } = eager;
  switch (does.kind) {
    case 'infer-schema':
      // With inferSchema one job reads the header and one all rows.
      return does.format === 'csv with inferSchema' ? 2 : 1;
    case 'rdd-sort':
      return 2;
    case 'rdd-count':
      return 1;
    case 'statistics':
    case 'pivot-values': {
      const on = { kind: 'dataframe', plan: does.plan, frame: -1 } as const;
      return predictAction({ method: 'collect', on, rows: undefined, conf }, context).jobs.length;
    }
    case 'materialize': {
      const on = { kind: 'dataframe', plan: does.plan, frame: -1 } as const;
      const jobs = predictAction({ method: eager.method, on, rows: undefined, conf }, context).jobs.length;
      // `df.rdd` runs every stage but the last one, and those only under adaptive execution.
      return eager.method === 'rdd' ? jobs - 1 : jobs;
    }
  }
}
