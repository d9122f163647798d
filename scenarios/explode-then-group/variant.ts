import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { predicted, shuffles } from '#lib/learn/engine/readings.ts';
import { readOf, totalOf } from '#lib/learn/scenario/figures.ts';
import type { Random } from '#lib/learn/scenario/random.ts';
import type { Variant } from '#lib/learn/scenario/step.ts';
import { sizes } from '../lake.ts';
import { DATA, LINE_BYTES } from './baskets.ts';

const GIB = 2 ** 30;
const PLAYLISTS = {
  'lake/playlists': {
    format: 'parquet',
    columns: [
      { name: 'playlist_id', type: 'bigint' },
      { name: 'songs', type: 'array<struct<song:bigint,artist:bigint,minutes:double>>' },
    ],
    ...sizes(80, 10 * GIB),
  },
};

/** The same thought about something else. */
export function vary(random: Random): Variant {
  const [what, key] = random.one([
    ['Songs of each playlist are counted', 'playlist_id'],
    ['Plays are counted by artist', 'item.artist'],
    ['Minutes of each playlist are added up', 'playlist_id'],
  ]);
  return {
    story: `${what}: \`explode("songs")\`, then \`groupBy("${key}")\`. A playlist is one row; there are {rows} of songs in all.`,
    workspace: {
      program: { files: { 'songs.py': songs(key) }, main: 'songs.py' },
      catalog: PLAYLISTS,
      knobs: { ...DATA, rowBytes: LINE_BYTES, step: 'none' },
    },
    shows: { tool: 'playground', situation: 'variant', view: 'code' },
    figures: {
      rows: totalOf('variant', 'rows', 'records'),
      inRow: readOf('variant', 'text', (state) =>
        keysOfFirst(state).includes('playlist_id') ? 'yes' : 'no',
      ),
      shuffles: readOf('variant', 'count', shuffles),
    },
    question: {
      kind: 'pick',
      ask: 'Could the array be folded in place, without that shuffle?',
      needs: ['rows'],
      options: [
        {
          id: 'yes',
          label: 'Yes: the group is the row it came from',
          isSo: ({ inRow }) => inRow === 'yes',
          say: 'The key is that of the row, so all its items are there already.',
        },
        {
          id: 'no',
          label: 'No: a group has items of many rows',
          isSo: ({ inRow }) => inRow === 'no',
          say: 'Songs of one artist are in many playlists; they have to meet.',
        },
        {
          id: 'no-shuffle',
          label: 'There is no shuffle to begin with',
          isSo: ({ shuffles: count }) => count === 0,
          say: 'A group by a key is a shuffle wherever rows were not placed by that key.',
        },
      ],
    },
    reveal: 'What counts is whether the key of the group is a key of the row.',
  };
}

function songs(key: string): string {
  return `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()

items = spark.read.parquet("lake/playlists").select("playlist_id", F.explode("songs").alias("item"))
totals = items.groupBy("${key}").agg(F.sum("item.minutes").alias("minutes"), F.count("*").alias("songs"))
totals.write.parquet("out/songs")
`;
}

function keysOfFirst(state: EngineState): readonly string[] {
  return predicted(state).prediction.actions[0]?.exchanges[0]?.keys ?? [];
}
