import { hashPartitionRows } from '../distribution/partition-rows.ts';
import { rangePartitionRows } from '../distribution/range-rows.ts';
import { partialRows } from '../estimate/partial-aggregate.ts';
import { SHUFFLE_OVERHEAD_BYTES, sortMemory } from '../estimate/spill.ts';
import { roundRobinRows } from '../placement/round-robin.ts';
import { BYPASS_MERGE_THRESHOLD, shuffleWriter } from '../run/shuffle-writer.ts';
import { type Exchange, exchange } from './exchange.ts';
import { keyedRows, otherPartitionRows } from './keyed-data.ts';
import type { Knobs } from './knobs.ts';
import type { SourceData } from './source-data.ts';
import type { TaskPlan } from './stage-tasks.ts';

/** The exchange behind the scan of the main table. */
export function mainExchange(knobs: Knobs, source: SourceData): Exchange {
  const { step, shufflePartitions, rowBytes, compression } = knobs;
  const bytesPerRow = rowBytes * compression;
  const { rowsPerTask } = source;
  if (step === 'repartition') {
    const rows = Float64Array.from(roundRobinRows([...rowsPerTask], shufflePartitions));
    const parts = { partitioning: 'round-robin', origin: 'REPARTITION_BY_NUM' } as const;
    return exchange({ ...parts, rows, keys: undefined, bytesPerRow }, rowsPerTask);
  }
  const keyed = keyedRows(knobs, source.rows);
  const origin = 'ENSURE_REQUIREMENTS' as const;
  if (step === 'sort') {
    const { rows, keys } = rangePartitionRows(keyed.rows, shufflePartitions);
    return exchange({ origin, partitioning: 'range', rows, keys, bytesPerRow }, rowsPerTask);
  }
  const sent = step === 'aggregate' ? { ...keyed, rows: aggregated(keyed.rows, source) } : keyed;
  const { rows, keys } = hashPartitionRows(sent, shufflePartitions);
  return exchange({ origin, partitioning: 'hash', rows, keys, bytesPerRow }, rowsPerTask);
}

/** The exchange behind the scan of a join's other side, after its filter. */
export function otherExchange(knobs: Knobs, other: SourceData): Exchange {
  const { rowBytes, compression } = knobs;
  const rows = otherPartitionRows(knobs, Math.floor(other.rows * knobs.otherKept));
  return exchange(
    {
      origin: 'ENSURE_REQUIREMENTS',
      partitioning: 'hash',
      rows,
      keys: undefined,
      bytesPerRow: rowBytes * compression,
    },
    other.rowsPerTask,
  );
}

/** Tasks that read a table and write it into a shuffle. */
export function mapTasks(knobs: Knobs, source: SourceData, into: Exchange): readonly TaskPlan[] {
  const { rowBytes, step } = knobs;
  const sent = into.rows.reduce((sum, rows) => sum + rows, 0);
  const share = source.rows > 0 ? sent / source.rows : 0;
  const sorts =
    shuffleWriter({
      numReducers: into.rows.length,
      mapSideCombine: false,
      bypassMergeThreshold: BYPASS_MERGE_THRESHOLD,
      relocatable: true,
    }) === 'serialized';
  return Array.from(source.rowsPerTask, (rows, task) => {
    const out = rows * share;
    const writer = sorts ? sortMemory(out, rowBytes, SHUFFLE_OVERHEAD_BYTES) : 0;
    const table = step === 'aggregate' ? sortMemory(out, rowBytes) : 0;
    return {
      rows,
      readBytes: source.bytesPerTask[task]!,
      writtenBytes: out * into.bytesPerRow,
      neededBytes: Math.max(writer, table),
      canSpill: true,
      load: {
        files: source.piecesPerTask[task]!,
        scanned: rows * rowBytes,
        shuffled: out * rowBytes,
        worked: step === 'aggregate' ? rows * rowBytes : 0,
        written: 0,
      },
    };
  });
}

/** Tasks that read a table and nothing else: a sample for the bounds of a sort, a side that is broadcast. */
export function scanTasks(knobs: Knobs, source: SourceData): readonly TaskPlan[] {
  return Array.from(source.rowsPerTask, (rows, task) => ({
    rows,
    readBytes: source.bytesPerTask[task]!,
    writtenBytes: 0,
    neededBytes: 0,
    canSpill: true,
    load: {
      files: source.piecesPerTask[task]!,
      scanned: rows * knobs.rowBytes,
      shuffled: 0,
      worked: 0,
      written: 0,
    },
  }));
}

/** What the partial aggregates of all map tasks send of each key. */
function aggregated(rowsPerKey: Float64Array, source: SourceData): Float64Array {
  const maps = source.rowsPerTask.length;
  const rowsPerMap = source.rows / Math.max(1, maps);
  return rowsPerKey.map((rows) => (rows === 0 ? 0 : partialRows(rows, rows / source.rows, maps, rowsPerMap)));
}
