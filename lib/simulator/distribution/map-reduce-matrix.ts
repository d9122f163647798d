import { invariant } from '#lib/base/assert.ts';

/**
 * What each map task writes for each reducer, where keys are spread over the map tasks as the rows are: a map task with a
 * tenth of the rows has a tenth of every key. Real data sorted by key is less even; then one map task may hold a whole
 * hot key, which no split by map tasks can cut.
 */
export class MapReduceMatrix {
  readonly #mapShares: Float64Array;
  /** Share of the rows in all map tasks before each. */
  readonly #covered: Float64Array;
  readonly #reducerTotals: Float64Array;

  constructor(rowsPerMap: ArrayLike<number>, reducerTotals: Float64Array) {
    this.#mapShares = shares(rowsPerMap);
    this.#reducerTotals = reducerTotals;
    let covered = 0;
    this.#covered = this.#mapShares.map((share) => {
      covered += share;
      return covered - share;
    });
  }

  get maps(): number {
    return this.#mapShares.length;
  }

  get reducers(): number {
    return this.#reducerTotals.length;
  }

  /** What one reducer gets from map tasks [startMap, endMap): whole units, which add up to its total over all of them. */
  part(reducer: number, startMap: number, endMap: number): number {
    return this.#upTo(reducer, endMap) - this.#upTo(reducer, startMap);
  }

  /** What one reducer gets from each map task. */
  column(reducer: number): Float64Array {
    return Float64Array.from({ length: this.maps }, (_, map) => this.part(reducer, map, map + 1));
  }

  /** Map tasks that send alike, because they have as many rows, with their share of all rows. */
  get mapGroups(): readonly MapGroup[] {
    const groups = new Map<number, number[]>();
    for (const [map, share] of this.#mapShares.entries()) {
      const alike = groups.get(share);
      if (alike) alike.push(map);
      else groups.set(share, [map]);
    }
    return [...groups].map(([share, maps]) => ({ share, maps }));
  }

  #upTo(reducer: number, map: number): number {
    const total = this.#reducerTotals[reducer]!;
    return map >= this.maps ? total : Math.min(total, Math.floor(this.#covered[map]! * total));
  }

  /**
   * The matrix in at most `maxRows` x `maxColumns` cells for a picture: neighboring map tasks and reducers are added up.
   * `cells` is row by row.
   */
  grid(maxRows: number, maxColumns: number): MatrixGrid {
    invariant(maxRows > 0 && maxColumns > 0, 'a grid has cells');
    const rows = ranges(this.maps, maxRows);
    const columns = ranges(this.reducers, maxColumns);
    const rowShares = rows.map(([start, end]) => sum(this.#mapShares, start, end));
    const totals = columns.map(([start, end]) => sum(this.#reducerTotals, start, end));
    const cells = Float64Array.from(
      { length: rows.length * columns.length },
      (_, i) => rowShares[Math.floor(i / columns.length)]! * totals[i % columns.length]!,
    );
    return { mapRanges: rows, reducerRanges: columns, cells };
  }
}

export interface MapGroup {
  readonly share: number;
  readonly maps: readonly number[];
}

export interface MatrixGrid {
  /** [start, end) of the map tasks in each row. */
  readonly mapRanges: readonly (readonly [start: number, end: number])[];
  readonly reducerRanges: readonly (readonly [start: number, end: number])[];
  readonly cells: Float64Array;
}

/** Map tasks without rows at all share evenly, so that the columns still add up. */
function shares(rowsPerMap: ArrayLike<number>): Float64Array {
  const rows = Float64Array.from(rowsPerMap);
  const total = sum(rows, 0, rows.length);
  return rows.map((each) => (total > 0 ? each / total : 1 / rows.length));
}

function ranges(length: number, most: number): readonly (readonly [number, number])[] {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, i) => [
    Math.floor((i * length) / count),
    Math.floor(((i + 1) * length) / count),
  ]);
}

function sum(values: Float64Array, start: number, end: number): number {
  let total = 0;
  for (let i = start; i < end; i++) total += values[i]!;
  return total;
}
