import { predicted } from '#lib/learn/engine/readings.ts';
import { readOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { LAKE, sizes } from '../lake.ts';

const IN_PYTHON = /EvalPython$/;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const [column, test] = random.one([
    ['user_id', 'F.col("user_id") > 100'],
    ['day', 'F.col("day") >= "2026-02-01"'],
    ['score', 'F.col("score") > 3'],
  ]);
  return {
    story: `A program adds \`score\` with a Python function of \`email\`, then filters by \`${column}\`: the condition is \`${test}\`.`,
    workspace: {
      program: { files: { 'score.py': scoring(test) }, main: 'score.py' },
      catalog: { 'lake/visits': { ...LAKE['lake/visits']!, ...sizes(80, 2 ** 35) } },
    },
    shows: { tool: 'playground', situation: 'variant', view: 'code' },
    figures: {
      column: readOf('variant', 'text', () => column),
      order: readOf('variant', 'text', orderOfFilter),
    },
    question: {
      kind: 'pick',
      ask: 'Where does Spark run the filter?',
      needs: [],
      options: [
        {
          id: 'before',
          label: 'Before the rows go to Python',
          isSo: ({ order }) => order === 'before',
          say: 'It needs no more than a column that was read.',
        },
        {
          id: 'after',
          label: 'After they have come back',
          isSo: ({ order }) => order === 'after',
          say: 'It needs what the function gives.',
        },
        {
          id: 'inside',
          label: 'Inside the Python process',
          isSo: ({ order }) => order === 'inside',
          say: 'Python is given the arguments of the function and gives back its results; filters are Spark’s.',
        },
      ],
    },
    reveal: 'It is run {order} the function: what counts is whether `{column}` comes out of it.',
  };
}

function scoring(test: string): string {
  return `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()


@F.udf("int")
def score(email):
    return len(email) % 7


visits = spark.read.parquet("lake/visits")
scored = visits.withColumn("score", score("email")).where(${test})
scored.groupBy("score").count().write.parquet("out/scores")
`;
}

/** Whether the filter stands above the function in the plan, which may be called twice, or below it, nearer to the scan. */
function orderOfFilter(state: Parameters<typeof predicted>[0]): string {
  const { nodes, edges } = predicted(state).graph;
  const above = new Set<string>();
  const climb = (id: string): void => {
    for (const { from, to } of edges) {
      if (from !== id || above.has(to)) continue;
      above.add(to);
      climb(to);
    }
  };
  for (const { id, name } of nodes) if (IN_PYTHON.test(name)) climb(id);
  return nodes.some(({ id, name }) => name === 'Filter' && above.has(id)) ? 'after' : 'before';
}
