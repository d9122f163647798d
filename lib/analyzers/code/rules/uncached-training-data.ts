import type { RuleContext } from '../context.ts';
import { isCostly } from '../facts/costly.ts';
import { isSmall } from '../facts/plans.ts';
import { isTuning, passesOver, trainings } from '../facts/training.ts';
import type { Rule } from '../rule.ts';

export const uncachedTrainingData: Rule = {
  id: 'ML-01',
  name: 'uncached-training-data',
  title: 'training that computes its input several times',
  severity: 'medium',
  evidence: 'C+',
  why: 'Each estimator of a pipeline and each fold of a validation reads the DataFrame from its beginning, all steps before it included.',
  notWhen: 'The data is read from files in the shape in which it is used.',
  options: [
    {
      action: 'cache() or persist() the DataFrame before fit(), and unpersist() after it.',
      trade_off: 'Memory of the executors, which training needs as well.',
      avoid_when: 'It is larger than that memory.',
    },
    {
      action: 'Write it once, and train on what is read from there.',
      trade_off: 'A copy of the data.',
      avoid_when: 'It changes with every run.',
    },
  ],
  *check(context) {
    for (const { call, estimator, frame } of trainings(context)) {
      const passes = passesOver(estimator);
      if (!frame || passes < 2 || isSmall(frame.plan) || isKept(context, frame.frame)) continue;
      if (!isCostly(frame.plan)) continue;
      yield {
        where: call.name,
        message: isTuning(estimator)
          ? `the folds of ${estimator.what} compute the training data at least ${passes} times, joins and group-bys before it included`
          : `${passes} estimators of the pipeline each compute the training data, joins and group-bys before it included`,
        confidence: 'high',
        whyConfidence:
          'the plan of the data has a shuffle or a Python function, and nothing keeps it; its size is not known',
      };
    }
  },
};

/** Cached or cut off by a checkpoint, it or what it was made from. */
function isKept(context: RuleContext, frame: number): boolean {
  const from = context.frames.ancestors(frame);
  return context
    .on('frame', 'cache', 'persist', 'checkpoint', 'localCheckpoint')
    .some((call) => from.has(call.on.frame));
}
