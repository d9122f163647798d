import { numberOf } from '#lib/pyspark/api/read-value.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { FrameValue, OpaqueValue } from '#lib/pyspark/values/spark-value.ts';
import type { RuleContext } from '../context.ts';

/** `estimator.fit(frame)` of pyspark.ml. */
export interface Training {
  readonly call: SparkCall;
  readonly estimator: OpaqueValue;
  readonly frame: FrameValue | undefined;
}

/** Estimators that look through the data before they can transform it; transformers are no part of this. */
const ESTIMATOR =
  /^(StringIndexer|IDF|\w*Scaler|PCA|OneHotEncoder|Imputer|VectorIndexer|CountVectorizer|Word2Vec|QuantileDiscretizer|\w*Selector|RFormula|BucketedRandomProjectionLSH|MinHashLSH|\w+(Classifier|Regressor|Regression)|KMeans|BisectingKMeans|GaussianMixture|ALS|LDA|LinearSVC|NaiveBayes|FPGrowth|OneVsRest)$/;
/** Their defaults (ml.tuning). */
const FOLDS = 3;

export function trainings(context: RuleContext): readonly Training[] {
  return context.on('opaque', 'fit').flatMap((call) => {
    if (call.on.library !== 'ml') return [];
    const frame = call.bound?.get('dataset');
    return [{ call, estimator: call.on, frame: frame?.kind === 'frame' ? frame : undefined }];
  });
}

export function isTuning({ what }: OpaqueValue): boolean {
  return what === 'CrossValidator' || what === 'TrainValidationSplit';
}

export function foldsOf(estimator: OpaqueValue): number {
  return estimator.what === 'CrossValidator' ? (numberOf(estimator.settings.get('numFolds')) ?? FOLDS) : 1;
}

/** How often the data is computed at least: once for each estimator of a pipeline, for each part of each fold. */
export function passesOver(estimator: OpaqueValue): number {
  if (isTuning(estimator)) return 2 * foldsOf(estimator);
  const stages = estimator.settings.get('stages');
  if (estimator.what !== 'Pipeline' || stages?.kind !== 'list') return 1;
  return stages.items.filter((stage) => stage.kind === 'opaque' && ESTIMATOR.test(stage.what)).length;
}
