import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { sequentialGridSearch } from './sequential-grid-search.ts';

const TUNING = [
  'from pyspark.ml.tuning import CrossValidator, TrainValidationSplit',
  'from pyspark.ml.classification import LogisticRegression',
];

describe('sequential-grid-search', () => {
  it('names both ways to search without parallelism', async () => {
    const found = await lintText(
      sequentialGridSearch,
      [
        ...TUNING,
        'CrossValidator(estimator=LogisticRegression(), numFolds=5).fit(events)',
        'TrainValidationSplit(estimator=LogisticRegression(), parallelism=1).fit(events)',
      ].join('\n'),
    );
    expect(found).toEqual(['3 ML-02', '4 ML-02']);
  });

  it('finds nothing with parallelism, also where it is set later, and for a plain estimator', async () => {
    const found = await lintText(
      sequentialGridSearch,
      [
        ...TUNING,
        'CrossValidator(estimator=LogisticRegression(), parallelism=4).fit(events)',
        'CrossValidator(estimator=LogisticRegression()).setParallelism(4).fit(events)',
        'LogisticRegression().fit(events)',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
