import { describe, expect, it } from 'vitest';
import { newHistory } from '../jobs/run.ts';
import type { RunContext } from '../jobs/static-run.ts';
import type { Rdd } from './rdd.ts';
import { runRddAction } from './run-rdd-action.ts';

const source: Rdd = {
  kind: 'source',
  at: 0,
  method: 'parallelize',
  source: undefined,
  rows: 100,
  partitions: 4,
};
const reduced: Rdd = { kind: 'shuffle', at: 1, method: 'reduceByKey', parent: source, partitions: 4 };

function context(): RunContext {
  return {
    settings: { spark: '3.5', cores: 4, conf: {} },
    history: newHistory(),
    catalog: {},
    rows: () => 100,
  };
}

describe('runRddAction', () => {
  it('runs a stage for each shuffle, and one for the result', () => {
    expect(runRddAction('collect', reduced, undefined, context()).map((job) => job.tasks)).toEqual([[4, 4]]);
  });

  it('does not shuffle again for a second action', () => {
    const run = context();
    runRddAction('count', reduced, undefined, run);
    expect(runRddAction('collect', reduced, undefined, run).map((job) => job.tasks)).toEqual([[4]]);
  });

  it('takes from the first partition when that is enough', () => {
    expect(runRddAction('take', source, 5, context()).map((job) => job.tasks)).toEqual([[1]]);
  });
});
