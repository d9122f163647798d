import { lastTasks } from '#lib/learn/engine/readings.ts';
import { readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { LAKE, sizes } from '../lake.ts';

const GIB = 2 ** 30;

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const [what, keys] = random.one([
    ['the highest temperature of each sensor so far', '.partitionBy("device_id")'],
    ['a running total over all sensors', ''],
    ['the rank of each day among all days of a sensor', '.partitionBy("device_id")'],
    ['the number of each row over the whole table', ''],
  ]);
  return {
    story: `A program computes ${what}, of a table with {rows}. The window is \`Window${keys}.orderBy("day")\`.`,
    workspace: {
      program: { files: { 'window.py': windowOver(keys) }, main: 'window.py' },
      catalog: {
        'lake/readings': { ...LAKE['lake/readings']!, ...sizes(64, 20 * GIB), rows: 900_000_000 },
      },
      knobs: { dataBytes: 20 * GIB, files: 64, step: 'sort', keyShape: 'uniform' },
    },
    shows: { tool: 'playground', situation: 'variant', view: 'code' },
    figures: {
      rows: totalOf('variant', 'rows', 'records'),
      tasks: readOf('variant', 'tasks', (state) => lastTasks(state)),
    },
    question: {
      kind: 'pick',
      ask: 'How many tasks work on the window?',
      needs: ['rows'],
      options: [
        {
          id: 'one',
          label: 'One',
          isSo: ({ tasks }) => tasks === 1,
          say: 'Without keys there is one group, and a group is in one task.',
        },
        {
          id: 'several',
          label: 'Several: rows are spread by a key',
          isSo: ({ tasks }) => Number(tasks) > 1,
          say: 'It has keys, and their groups go to different tasks.',
        },
        {
          id: 'none',
          label: 'None: nothing is moved',
          isSo: ({ tasks }) => tasks === 0,
          say: 'Rows of a group come from many files, so they have to meet first.',
        },
      ],
    },
    reveal: 'The plan has {tasks} there.',
  };
}

function windowOver(keys: string): string {
  return `from pyspark.sql import SparkSession, Window, functions as F

spark = SparkSession.builder.getOrCreate()

readings = spark.read.parquet("lake/readings")
so_far = Window${keys}.orderBy("day")
readings.withColumn("so_far", F.sum("value").over(so_far)).write.parquet("out/so_far")
`;
}
