import { bytes, count, defaultParallelism, flag } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';

/** Shuffle files are compressed: what is left of the rows, as a rule of thumb. */
const COMPRESSED = 0.4;

/** How many partitions of a shuffle of this many bytes are read after small ones are joined. Source: CoalesceShufflePartitions. */
export function coalescedPartitions(partitions: number, rowBytes: number, settings: PlanSettings): number {
  const key = 'spark.sql.adaptive.coalescePartitions';
  if (!flag(settings, `${key}.enabled`, true)) return partitions;
  const size = rowBytes * COMPRESSED;
  const advisory = bytes(settings, 'spark.sql.adaptive.advisoryPartitionSizeInBytes', 64 * 2 ** 20);
  const spread = flag(settings, `${key}.parallelismFirst`, true) ? defaultParallelism(settings) : 1;
  const least = count(settings, `${key}.minPartitionNum`, spread);
  const smallest = bytes(settings, `${key}.minPartitionSize`, 2 ** 20);
  const target = Math.max(Math.min(Math.ceil(size / least), advisory), smallest);
  return Math.min(partitions, Math.max(1, Math.ceil(size / target)));
}
