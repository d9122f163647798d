import type { LaneLineage } from '#lib/pyspark/view/lane-lineage.ts';

/** Source, column, and what it has to do with the column that is asked for. */
export type LineageRow = readonly [source: string, column: string, what: string];

const HOW: Readonly<Record<LaneLineage['sources'][number]['how'], string>> = {
  identity: 'is it, unchanged',
  transformation: 'it is computed from',
  aggregation: 'it sums up over rows',
  condition: 'decides in a condition which value it gets',
  window: 'places its row in a window',
};

const ROWS: Readonly<Record<keyof LaneLineage['rows'], string>> = {
  filter: 'decides which rows are kept',
  join: 'decides which rows are joined',
  groupBy: 'decides which rows are grouped',
  sort: 'decides the order of rows',
};

/** Where a column comes from, then what decides about its rows. */
export function lineageRows({ sources, rows }: LaneLineage): readonly LineageRow[] {
  const kinds = Object.keys(ROWS) as (keyof typeof ROWS)[];
  return [
    ...sources.map(({ source, column, how }): LineageRow => [source, column, HOW[how]]),
    ...kinds.flatMap((kind) =>
      rows[kind].map(([source, column]): LineageRow => [source, column, ROWS[kind]]),
    ),
  ];
}
