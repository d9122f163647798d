import { numberOf } from '#lib/pyspark/api/read-value.ts';
import { foldsOf, isTuning, trainings } from '../facts/training.ts';
import type { Rule } from '../rule.ts';

export const sequentialGridSearch: Rule = {
  id: 'ML-02',
  name: 'sequential-grid-search',
  title: 'a search over parameters that trains one model at a time',
  severity: 'medium',
  evidence: 'C',
  why: 'Models are trained one after the other, and the cluster idles through the short stages and the driver’s share of each.',
  notWhen: 'One training keeps the whole cluster busy.',
  options: [
    {
      action: 'parallelism=n, with a small n such as 4.',
      trade_off: 'n models share memory and cores at a time.',
      avoid_when: 'Memory is short already.',
    },
    {
      action: 'TrainValidationSplit in place of CrossValidator: one split, not k.',
      trade_off: 'A less certain measure.',
      avoid_when: 'There is little data.',
    },
  ],
  *check(context) {
    for (const { call, estimator } of trainings(context)) {
      const parallelism = estimator.settings.get('parallelism');
      if (!isTuning(estimator) || (parallelism && numberOf(parallelism) !== 1)) continue;
      const grid = estimator.settings.get('estimatorParamMaps');
      const sets = grid?.kind === 'list' && !grid.open ? grid.items.length : undefined;
      const folds = foldsOf(estimator);
      if (sets !== undefined && sets <= 1 && folds <= 1) continue;
      yield {
        where: call.name,
        message: `${estimator.what} trains ${sets === undefined ? 'each set of parameters' : `${sets} sets of parameters`}${folds > 1 ? ` in ${folds} folds` : ''}, one model at a time`,
        confidence: 'medium',
        whyConfidence:
          'parallelism is 1 unless it is set; whether the cluster has room for more is not known',
      };
    }
  },
};
