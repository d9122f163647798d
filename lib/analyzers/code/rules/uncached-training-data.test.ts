import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { uncachedTrainingData } from './uncached-training-data.ts';

const ML = [
  'from pyspark.ml import Pipeline',
  'from pyspark.ml.feature import StringIndexer, VectorAssembler',
  'from pyspark.ml.classification import LogisticRegression',
  'from pyspark.ml.tuning import CrossValidator',
  'stages = [StringIndexer(inputCol="kind", outputCol="k"), VectorAssembler(inputCols=["k"], outputCol="features"), LogisticRegression()]',
  'data = events.join(users, "user_id")',
];

describe('uncached-training-data', () => {
  it('names a pipeline of two estimators, and a validation, over a join', async () => {
    const found = await lintText(
      uncachedTrainingData,
      [
        ...ML,
        'model = Pipeline(stages=stages).fit(data)',
        'best = CrossValidator(estimator=LogisticRegression(), numFolds=5).fit(data)',
      ].join('\n'),
    );
    expect(found).toEqual(['7 ML-01', '8 ML-01']);
  });

  it('finds nothing for one estimator, for cached data, and for plain files', async () => {
    const found = await lintText(
      uncachedTrainingData,
      [
        ...ML,
        'one = Pipeline(stages=stages[1:]).fit(data)',
        'plain = Pipeline(stages=stages).fit(events)',
        'kept = data.cache()',
        'model = Pipeline(stages=stages).fit(kept)',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves other libraries’ fit() alone', async () => {
    const found = await lintText(
      uncachedTrainingData,
      ['from sklearn.pipeline import Pipeline', 'Pipeline([("a", 1), ("b", 2)]).fit(events.toPandas())'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });
});
