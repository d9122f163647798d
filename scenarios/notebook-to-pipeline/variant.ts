import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { jobs, predicted } from '#lib/learn/engine/readings.ts';
import { readOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { sizes } from '../lake.ts';

const GIB = 2 ** 30;
const actions = (state: EngineState) => predicted(state).prediction.actions.length;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const program = anotherNotebook(random);
  return {
    story:
      'The program beside this reads Parquet files, whose columns are known from one look at a file, and has {actions} actions. Adaptive execution is off.',
    workspace: {
      program: { files: { 'stock.py': program }, main: 'stock.py' },
      settings: { spark: '4.3', cores: 8, conf: { 'spark.sql.adaptive.enabled': 'false' } },
      catalog: {
        'lake/stock': {
          format: 'parquet',
          columns: [
            { name: 'article', type: 'bigint' },
            { name: 'store', type: 'string' },
            { name: 'pieces', type: 'int' },
          ],
          ...sizes(16, 2 * GIB),
        },
      },
    },
    shows: { tool: 'playground', situation: 'variant', view: 'code' },
    figures: {
      actions: readOf('variant', 'count', actions),
      jobs: readOf('variant', 'count', jobs),
    },
    question: {
      kind: 'slider',
      ask: 'How many jobs does it start?',
      needs: ['actions'],
      truth: 'jobs',
      unit: 'count',
      ...{ min: 1, max: 40, scale: 'log', right: 1.05, close: 1.5 },
      beliefs: [],
    },
    reveal: '{jobs}.',
  };
}

function anotherNotebook(random: Random): string {
  const looks = ['stock.count()', 'stock.show()', 'per_store.show()', 'per_store.count()'].slice(
    0,
    random.between(1, 4),
  );
  return `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()

stock = spark.read.parquet("lake/stock")
per_store = stock.groupBy("store").agg(F.sum("pieces").alias("pieces"))
${looks.join('\n')}
per_store.write.mode("overwrite").parquet("out/stock")
`;
}
