import type { ActionPrediction, ActionRequest } from '#lib/plan/predict-action.ts';
import type { Eager } from './program.ts';

/** Jobs of a call that is no action. */
export function eagerJobs(eager: Eager, predict: (action: ActionRequest) => ActionPrediction): number {
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
      return predict({ method: 'collect', on, rows: undefined, conf }).jobs.length;
    }
    case 'materialize': {
      const on = { kind: 'dataframe', plan: does.plan, frame: -1 } as const;
      const jobs = predict({ method: eager.method, on, rows: undefined, conf }).jobs.length;
      // `df.rdd` runs every stage but the last one, and those only under adaptive execution.
      return eager.method === 'rdd' ? jobs - 1 : jobs;
    }
  }
}
