import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';

/** A situation that people meet, as knobs, with what to look at. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, and which knob to try. */
  readonly look: string;
  readonly knobs: Knobs;
}

const [MIB, GIB] = [2 ** 20, 2 ** 30];

const preset = (id: string, title: string, look: string, knobs: Partial<Knobs>): Preset => ({
  id,
  title,
  look,
  knobs: { ...DEFAULT_KNOBS, ...knobs },
});

/** Real situations; every knob that is not named is at its default. */
export const PRESETS: readonly Preset[] = [
  preset(
    'two-hundred-partitions',
    '200 partitions for 2 GiB',
    'Without adaptive execution 200 tasks share what a few could do. Switch it on, then switch parallelism first off.',
    {
      dataBytes: 2 * GIB,
      files: 16,
      step: 'aggregate',
      keys: 1_000_000,
      keyShape: 'uniform',
      adaptive: false,
    },
  ),
  preset(
    'tiny-files',
    '40,000 tiny files',
    'Opening costs more than reading: each file counts 4 MiB when files are packed into tasks. Try fewer files of the same size in all.',
    { dataBytes: 8 * GIB, files: 40_000, step: 'none', keyShape: 'uniform' },
  ),
  preset(
    'hot-key',
    'One hot key',
    'One key has a third of the rows, and its partition a third of the bytes. See how adaptive execution splits it by map tasks, and what is left when that is off.',
    { keyShape: 'hot', hotShare: 0.33, skewJoin: false },
  ),
  preset(
    'below-threshold',
    'Broadcast just below the threshold',
    'The other side is sent to every executor, and nothing is shuffled. Make it 2 MiB larger.',
    { otherBytes: 10 * MIB - 1, otherFiles: 1 },
  ),
  preset(
    'above-threshold',
    'Broadcast just above the threshold',
    'One byte too many: both sides are shuffled and sorted.',
    { otherBytes: 10 * MIB + 1, otherFiles: 1 },
  ),
  preset(
    'late-broadcast',
    'A filter that planning does not see',
    'The file is large, what the filter leaves is small: an adaptive run turns the join into a broadcast after both shuffles.',
    { otherBytes: 200 * MIB, otherKept: 0.005 },
  ),
  preset(
    'one-gzip-file',
    'One gzip file',
    'gzip cannot be read from the middle: one task reads everything. Try bzip2, or more files, or Parquet.',
    { dataBytes: 4 * GIB, files: 1, format: 'csv', codec: 'gzip', step: 'aggregate' },
  ),
  preset(
    'coalesce-one',
    'coalesce(1) before the write',
    'One file comes out, and one task does all of the last stage. Compare with a repartition to 1.',
    { dataBytes: 4 * GIB, files: 32, step: 'none', coalesceTo: 1 },
  ),
  preset(
    'files-by-date',
    'A directory for each day',
    'Each task has rows of every day and writes a file into each directory. Partition by the key instead, or repartition by it first.',
    { step: 'repartition', partitionBy: 'another column', partitionValues: 365 },
  ),
  preset(
    'too-little-memory',
    'Spill in a large sort',
    'Few partitions make large tasks, which sort in several passes over the disk. Raise the partitions, or give a core more memory.',
    { step: 'sort', shufflePartitions: 20, adaptive: false, memoryBytes: 4 * GIB },
  ),
  preset(
    'elastic',
    'Dynamic allocation from nothing',
    'Executors are asked for one by one, then twice as many every second; and each takes its time to start.',
    { dynamicAllocation: true, executors: 20, executorStartMs: 20_000 },
  ),
];
