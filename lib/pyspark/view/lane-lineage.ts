import { columnPath } from '#lib/plan/lineage/column-path.ts';
import { type How, sourcesOf } from '#lib/plan/lineage/flow.ts';
import { flowsOf, type IndirectSources, lineageOf } from '#lib/plan/lineage/lineage.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import type { Places } from './places.ts';
import type { ProgramLane } from './program-lanes.ts';

/** Where a column of what an action gets comes from, as plain data. */
export interface LaneLineage {
  /** Names of all its columns, in order. */
  readonly columns: readonly string[];
  /** The one that was asked for; the first where there is none of that number. */
  readonly column: number;
  readonly sources: readonly ColumnSource[];
  /** Columns that decide which rows there are. */
  readonly rows: IndirectSources;
  /** Operators whose functions nobody looks into. */
  readonly opaque: readonly string[];
  /** Places that carry the column, and those that decide about its rows. */
  readonly carry: readonly number[];
  readonly decide: readonly number[];
}

export interface ColumnSource {
  readonly source: string;
  readonly column: string;
  readonly how: How | 'condition' | 'window';
}

/** Undefined for RDDs, which have no columns, and where no column comes out. */
export function laneLineage({ on }: ProgramLane, column: number, { of }: Places): LaneLineage | undefined {
  if (on.kind === 'rdd') return undefined;
  const plan = on.plan.kind === 'Write' ? on.plan.child : on.plan;
  const columns = outputOf(plan).map(({ name }) => name);
  const chosen = columns[column] === undefined ? 0 : column;
  const flow = flowsOf(plan)[chosen];
  if (!flow) return undefined;
  const listed = (texts: Iterable<string>, how: (text: string) => ColumnSource['how']) =>
    [...texts]
      .toSorted()
      .flatMap((text) =>
        sourcesOf([text]).map(([source, name]) => ({ source, column: name, how: how(text) })),
      );
  const { carry, decide } = columnPath(plan, chosen);
  const places = (ats: Iterable<number>): readonly number[] => [
    ...new Set([...ats].flatMap((at) => of[at] ?? [])),
  ];
  const { indirect, opaque } = lineageOf(plan);
  return {
    columns,
    column: chosen,
    sources: [
      ...listed(flow.direct.keys(), (text) => flow.direct.get(text) ?? 'identity'),
      ...listed(flow.conditional, () => 'condition'),
      ...listed(flow.window, () => 'window'),
    ],
    rows: indirect,
    opaque,
    carry: places(carry),
    decide: places(decide),
  };
}
