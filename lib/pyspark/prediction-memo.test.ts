import { describe, expect, it } from 'vitest';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { GOLDEN_CATALOG, GOLDEN_CONFS, GOLDEN_TRUTH, goldenProgram } from '#lib/testing/golden-programs.ts';
import type { PredictOptions } from './predict.ts';
import { predictSteps, readProject } from './predict-program.ts';
import { PredictionMemo } from './prediction-memo.ts';
import { nodeWasmFiles } from './syntax/node-wasm.ts';
import { loadPython } from './syntax/parser.ts';

const language = await loadPython(nodeWasmFiles());

/** Predicts one text after the other with one memo; of the last one what it gives, and what it gives without a memo. */
async function typed(versions: readonly string[], conf: PlanSettings['conf'] = {}) {
  const options: PredictOptions = {
    language,
    catalog: GOLDEN_CATALOG,
    settings: { spark: '4.3', cores: 4, conf },
    loadSql: () => import('./sql/parse-sql.ts'),
  };
  const memo = new PredictionMemo();
  const seen = [];
  for (const text of versions) {
    const { program } = await readProject(new Map([['main.py', { text }]]), 'main.py', options);
    seen.push({ steps: predictSteps(program, options, memo), fresh: predictSteps(program, options) });
  }
  const last = seen.at(-1)!;
  return { first: seen[0]!.steps, with: last.steps, without: last.fresh };
}

/** What people see of the steps; ids differ between runs. */
function facts(steps: Awaited<ReturnType<typeof typed>>['with']) {
  return steps.map((step) => {
    if (step.kind === 'eager') return step.jobs;
    const { exchanges, joins, jobs, stages, depends, notes } = step.prediction;
    return { exchanges, joins, jobs, stages, depends, notes };
  });
}

const CACHED = `df = spark.read.parquet("data/orders").groupBy("status").count().cache()
df.count()
df.show()
df.orderBy("count").collect()
`;

describe('PredictionMemo', () => {
  it('predicts every program after an edit as it would without it', async () => {
    for (const id of Object.keys(GOLDEN_TRUTH['4.3'])) {
      const { sources, main } = goldenProgram(id);
      const { text } = sources.get(main)!;
      const edited = text.replace(/^(spark = .*)$/m, '$1\nspark.range(10).repartition(3).count()');
      const both = await typed([text, edited, text], GOLDEN_CONFS[id]);
      expect(facts(both.with), id).toEqual(facts(both.without));
    }
  });

  it('keeps the predictions of plans that an edit does not touch', async () => {
    const orders = 'spark.read.parquet("data/orders").groupBy("status").count().collect()\n';
    const both = await typed([orders, `${orders}spark.range(3).count()\n`]);
    const [before, after] = [both.first[1], both.with[1]];
    expect(
      before?.kind === 'action' && after?.kind === 'action' && after.prediction === before.prediction,
    ).toBe(true);
  });

  it('knows what an earlier action that it did not plan again has left in a cache', async () => {
    const both = await typed([CACHED, CACHED.replace('orderBy("count")', 'orderBy("status")')]);
    expect(facts(both.with)).toEqual(facts(both.without));
  });

  it('plans again what reads a cache when the action that filled it is gone', async () => {
    const both = await typed([CACHED, CACHED.replace('df.count()\n', '')]);
    expect(facts(both.with)).toEqual(facts(both.without));
  });

  it('plans again what comes after an action on an RDD, which may have filled a cache', async () => {
    const rows = CACHED.replace('df.count()', 'df.rdd.count()');
    const both = await typed([rows, rows.replace('df.rdd.count()\n', '')]);
    expect(facts(both.with)).toEqual(facts(both.without));
    const again = await typed([rows.replace('df.rdd.count()\n', ''), rows]);
    expect(facts(again.with)).toEqual(facts(again.without));
  });

  it('moves a prediction to the lines where its operations stand now', async () => {
    const text = 'a = spark.read.parquet("data/orders")\na.groupBy("status").count().collect()\n';
    const both = await typed([text, `spark.range(3).count()\n${text}`]);
    expect(facts(both.with)).toEqual(facts(both.without));
    expect(facts(both.with).at(-1)).not.toEqual(facts(both.first).at(-1));
  });
});
