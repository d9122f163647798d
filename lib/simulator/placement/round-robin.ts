import { XorShiftRandom } from './xor-shift-random.ts';

/**
 * How many rows `repartition(n)` puts into each partition: every input partition deals its rows out in turn, from a place
 * drawn with its number as seed. Which row goes where also hangs on a local sort by hash and is left out.
 * Source: ShuffleExchangeExec.getPartitionKeyExtractor (RoundRobinPartitioning). Same in 3.5 to 4.3.
 */
export function roundRobinRows(rowsPerInput: readonly number[], partitions: number): readonly number[] {
  const rows = new Float64Array(partitions);
  rowsPerInput.forEach((count, input) => {
    roundRobinOf(count, input, partitions).forEach((dealt, i) => {
      rows[i]! += dealt;
    });
  });
  return [...rows];
}

/** Elements that PySpark pickles into one batch before it repartitions. */
const BATCH = 10;

/**
 * The same for PySpark's `rdd.repartition(n)`, which deals out batches of elements, so that small RDDs lie unevenly.
 * Source: pyspark RDD.coalesce(shuffle=True), RDD.coalesce.
 */
export function roundRobinBatches(rowsPerInput: readonly number[], partitions: number): readonly number[] {
  const rows = new Float64Array(partitions);
  rowsPerInput.forEach((count, input) => {
    const batches = Math.ceil(count / BATCH);
    roundRobinOf(batches, input, partitions).forEach((dealt, i) => {
      rows[i]! += dealt * BATCH;
    });
    const last = (firstTarget(input, partitions) + Math.max(0, batches - 1)) % partitions;
    rows[last]! -= batches * BATCH - count;
  });
  return [...rows];
}

/** The position is moved on before it is used. */
export function firstTarget(input: number, partitions: number): number {
  return (new XorShiftRandom(input).nextInt(partitions) + 1) % partitions;
}

function roundRobinOf(count: number, input: number, partitions: number): Float64Array {
  const dealt = new Float64Array(partitions).fill(Math.floor(count / partitions));
  const first = firstTarget(input, partitions);
  for (let i = 0; i < count % partitions; i++) dealt[(first + i) % partitions]!++;
  return dealt;
}
