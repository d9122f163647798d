import { type BatchWatermarks, isPast, type StatefulOperator } from './stateful-operator.ts';
import {
  type GroupKey,
  keyText,
  type StreamQuery,
  type StreamRow,
  type StreamValue,
  timeOf,
} from './stream-query.ts';
import { windowsAt, windowTime } from './time-window.ts';

interface Group {
  readonly row: StreamRow;
  /** When the group is finished; undefined for groups without a time. */
  readonly time: number | undefined;
}

/**
 * groupBy(keys).count() over a stream. Append gives a group once, when the watermark has passed it; update gives it whenever it
 * changes; complete gives all groups in every batch, keeps them for ever and drops nothing. Source: StateStoreSaveExec.
 */
export class AggregateOperator implements StatefulOperator {
  readonly #keys: readonly GroupKey[];
  readonly #mode: StreamQuery['outputMode'];
  readonly #state = new Map<string, Group>();

  constructor(keys: readonly GroupKey[], mode: StreamQuery['outputMode']) {
    this.#keys = keys;
    this.#mode = mode;
  }

  waitsForWatermark(query: StreamQuery): boolean {
    return query.watermarkDelayMs !== undefined && query.outputMode !== 'complete';
  }

  process(rows: readonly StreamRow[], { late, evict }: BatchWatermarks) {
    const keepsAll = this.#mode === 'complete';
    const groups = new Map<string, Group>();
    for (const group of rows.flatMap((row) => this.#groupsOf(row)))
      groups.set(keyText(Object.values(group.row)), group);
    const changed = [...groups].filter(([, { time }]) => keepsAll || !isPast(time, late));
    for (const [key, group] of changed) this.#state.set(key, group);
    const finished = keepsAll ? [] : [...this.#state].filter(([, { time }]) => isPast(time, evict));
    const given = keepsAll ? [...this.#state] : this.#mode === 'update' ? changed : finished;
    for (const [key] of finished) this.#state.delete(key);
    return {
      rows: given.map(([, { row }]) => row),
      progress: {
        operatorName: 'stateStoreSave',
        numRowsTotal: this.#state.size,
        numRowsUpdated: changed.length,
        numRowsRemoved: finished.length,
        // Counted after rows of the same key have been merged.
        numRowsDroppedByWatermark: groups.size - changed.length,
      },
    };
  }

  /** A row belongs to as many groups as it falls into windows. */
  #groupsOf(row: StreamRow): readonly Group[] {
    let groups: readonly Group[] = [{ row: {}, time: undefined }];
    for (const key of this.#keys) {
      groups = groups.flatMap((group) =>
        valuesOf(key, row).map((value) => ({
          row: { ...group.row, [key.name]: value },
          time: key.kind === 'window' ? timeOf(value) : group.time,
        })),
      );
    }
    return groups;
  }
}

function valuesOf(key: GroupKey, row: StreamRow): readonly StreamValue[] {
  if (key.kind === 'column') return [row[key.name] ?? ''];
  const on = row[key.on];
  if (on === undefined || typeof on === 'string') return [];
  return windowsAt(typeof on === 'number' ? on : windowTime(on), key.window);
}
