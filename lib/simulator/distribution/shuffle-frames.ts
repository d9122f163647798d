import { UserError } from '#lib/base/assert.ts';
import { type KeyColumn, partitionsOfKeys } from '../placement/hash-keys.ts';

/** Few enough for every row to be drawn. */
export const MAX_SMALL_ROWS = 24;
export const MAX_SMALL_PARTITIONS = 8;

/** A row on its way from a map task to a reducer. */
export interface MovingRow {
  readonly row: number;
  readonly key: string;
  readonly map: number;
  /** pmod(hash, partitions) */
  readonly reducer: number;
}

/** One step of the picture: which rows lie where. */
export interface ShuffleFrame {
  readonly phase: 'read' | 'hashed' | 'moving' | 'reduced';
  /** In words, for a screen reader and for a caption. */
  readonly caption: string;
  /** Rows of each map task that have not left it. */
  readonly maps: readonly (readonly number[])[];
  /** Rows that are on their way. */
  readonly moving: readonly number[];
  /** Rows that each reducer has. */
  readonly reducers: readonly (readonly number[])[];
}

export interface SmallShuffle {
  readonly rows: readonly MovingRow[];
  readonly frames: readonly ShuffleFrame[];
}

/**
 * A shuffle small enough to watch: rows are dealt to the map tasks in order, hashed as Spark hashes them, and each map task
 * sends its rows to the reducers, one map task a frame. Whole numbers are hashed as bigint where `asNumbers` is set.
 */
export function smallShuffle(
  keys: readonly string[],
  maps: number,
  reducers: number,
  asNumbers: boolean,
): SmallShuffle {
  check(keys, maps, reducers, asNumbers);
  const column: KeyColumn = asNumbers
    ? { type: 'bigint', keys: Float64Array.from(keys, Number) }
    : { type: 'string', keys };
  const placed = partitionsOfKeys(column, reducers);
  const rows = keys.map((key, row) => ({
    row,
    key,
    map: Math.floor((row * maps) / keys.length),
    reducer: placed[row]!,
  }));
  return { rows, frames: framesOf(rows, maps, reducers) };
}

function framesOf(rows: readonly MovingRow[], maps: number, reducers: number): readonly ShuffleFrame[] {
  const frame = (
    phase: ShuffleFrame['phase'],
    caption: string,
    sentMaps: number,
    arrivedMaps: number,
  ): ShuffleFrame => ({
    phase,
    caption,
    maps: groups(maps, rows, (row) => (row.map >= sentMaps ? row.map : undefined)),
    moving: rows.filter((row) => row.map < sentMaps && row.map >= arrivedMaps).map(({ row }) => row),
    reducers: groups(reducers, rows, (row) => (row.map < arrivedMaps ? row.reducer : undefined)),
  });
  const sending = Array.from({ length: maps }, (_, map) =>
    frame('moving', `Map task ${map} sends each row to the reducer of its key.`, map + 1, map),
  );
  return [
    frame('read', 'Each map task has read its rows, in no order of keys.', 0, 0),
    frame('hashed', `The hash of a key, modulo ${reducers}, names its reducer: equal keys have one.`, 0, 0),
    ...sending,
    frame('reduced', 'All rows of a key are in one partition; some partitions may have none.', maps, maps),
  ];
}

function groups(
  count: number,
  rows: readonly MovingRow[],
  groupOf: (row: MovingRow) => number | undefined,
): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, group) =>
    rows.filter((row) => groupOf(row) === group).map(({ row }) => row),
  );
}

function check(keys: readonly string[], maps: number, reducers: number, asNumbers: boolean): void {
  if (keys.length < 1 || keys.length > MAX_SMALL_ROWS)
    throw new UserError(`There are ${keys.length} rows.`, `From 1 to ${MAX_SMALL_ROWS} rows can be watched.`);
  for (const [what, count] of [
    ['map tasks', maps],
    ['partitions', reducers],
  ] as const) {
    if (!Number.isInteger(count) || count < 1 || count > MAX_SMALL_PARTITIONS)
      throw new UserError(`${count} ${what} cannot be watched.`, `From 1 to ${MAX_SMALL_PARTITIONS} can.`);
  }
  const wrong = asNumbers
    ? keys.find((key) => !/^-?\d+$/.test(key) || !Number.isSafeInteger(Number(key)))
    : undefined;
  if (wrong !== undefined)
    throw new UserError(
      `The key "${wrong.slice(0, 40)}" is not a whole number.`,
      'Use whole numbers up to 2^53, or texts.',
    );
}
