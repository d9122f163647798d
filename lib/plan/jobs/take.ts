import { count } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';

/** Rows of each partition where they are known, else of an average one. */
type PartitionRows = number | ArrayLike<number>;

/**
 * Partitions that each job of a take reads: one first, then four times as many as were read, or fewer when the rows found
 * say that fewer will do. Source: SparkPlan.executeTake (spark.sql.limit.initialNumPartitions, -scaleUpFactor).
 */
export function takeRounds(
  wanted: number,
  partitions: number,
  rows: PartitionRows,
  settings: PlanSettings,
): readonly number[] {
  const rounds: number[] = [];
  const factor = Math.max(2, count(settings, 'spark.sql.limit.scaleUpFactor', 4));
  let scanned = 0;
  let found = 0;
  while (wanted > 0 && found < wanted && scanned < partitions) {
    let next = count(settings, 'spark.sql.limit.initialNumPartitions', 1);
    if (scanned > 0) {
      const most = scanned * factor;
      next =
        found === 0
          ? most
          : Math.min(Math.max(Math.ceil((1.5 * (wanted - found) * scanned) / found), 1), most);
    }
    const read = Math.min(next, partitions - scanned);
    rounds.push(read);
    scanned += read;
    found = rowsOfFirst(scanned, rows);
  }
  return rounds;
}

/** The same for `rdd.take` of PySpark, which has a formula of its own. */
export function rddTakeRounds(wanted: number, partitions: number, rows: PartitionRows): readonly number[] {
  const rounds: number[] = [];
  let scanned = 0;
  let found = 0;
  while (wanted > 0 && found < wanted && scanned < partitions) {
    let next = 1;
    if (scanned > 0) {
      const likely = Math.floor((1.5 * wanted * scanned) / found) - scanned;
      next = found === 0 ? scanned * 4 : Math.min(Math.max(likely, 1), scanned * 4);
    }
    const read = Math.min(next, partitions - scanned);
    rounds.push(read);
    scanned += read;
    found = rowsOfFirst(scanned, rows);
  }
  return rounds;
}

function rowsOfFirst(partitions: number, rows: PartitionRows): number {
  if (typeof rows === 'number') return Math.floor(rows * partitions);
  let found = 0;
  for (let i = 0; i < partitions; i++) found += rows[i] ?? 0;
  return found;
}
