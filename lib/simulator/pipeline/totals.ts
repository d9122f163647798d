import { type Computed, input } from '../computed.ts';
import { shuffleBytes, shuffleDataSize } from '../estimate/shuffle-bytes.ts';
import { medianOf } from '../schedule/speculation.ts';
import { chainBound } from '../schedule/stage-bounds.ts';
import { OUTCOME } from '../schedule/work.ts';
import type { PipelineRun, TotalId } from './pipeline-run.ts';

type Parts = Omit<PipelineRun, 'totals' | 'notes' | 'criticalPath' | 'taskMemoryBytes'>;

/** Every figure of a run with how it came about. */
export function totalsOf(run: Parts, taskMemory: Computed): Readonly<Record<TotalId, Computed>> {
  return {
    ...dataTotals(run),
    ...shuffleTotals(run),
    ...memoryTotals(run, taskMemory),
    ...fileTotals(run),
    ...timeTotals(run),
  };
}

function dataTotals({ knobs, source }: Parts) {
  return {
    rows: {
      value: source.rows,
      unit: 'rows',
      formula: 'data size x in memory / on disk / bytes of a row',
      inputs: [
        input('data size', knobs.dataBytes, 'bytes'),
        input('in memory / on disk', source.expansion, 'ratio'),
        input('bytes of a row', knobs.rowBytes, 'bytes'),
      ],
      source: 'rule of thumb for the format',
      kind: 'estimate',
    },
    scanTasks: {
      value: source.bytesPerTask.length,
      unit: 'tasks',
      formula:
        'files cut at min(largest read, max(cost of opening, (data + files x cost of opening) / cores)), largest first, packed until full',
      inputs: [
        input('data', knobs.dataBytes, 'bytes'),
        input('files', knobs.files, 'files'),
        input('largest read', knobs.maxPartitionBytes, 'bytes', 'spark.sql.files.maxPartitionBytes'),
        input('cost of opening', knobs.openCostBytes, 'bytes', 'spark.sql.files.openCostInBytes'),
        input('cores', knobs.executors * knobs.cores, 'count'),
      ],
      source: 'FilePartition, FileSourceScanExec',
      kind: 'exact',
    },
  } as const satisfies Partial<Record<TotalId, Computed>>;
}

function shuffleTotals({ knobs, skylines, stages }: Parts) {
  const rows = skylines.reduce((sum, { exchange }) => sum + sumOf(exchange.rows), 0);
  const partitions = skylines[0]?.exchange.bytes ?? new Float64Array();
  const last = stages.at(-1)!;
  const partition = (value: number, what: string): Computed => ({
    value,
    unit: 'bytes',
    formula: `${what} of rows in a partition x bytes of a row x compression`,
    inputs: [
      input(`${what} of rows`, value / (knobs.rowBytes * knobs.compression), 'rows'),
      input('partitions', partitions.length, 'partitions', 'spark.sql.shuffle.partitions'),
      input('bytes of a row', knobs.rowBytes, 'bytes'),
      input('compression', knobs.compression, 'ratio'),
    ],
    source:
      knobs.step === 'sort' ? 'RangePartitioner' : 'HashPartitioning: pmod(murmur3(key, 42), partitions)',
    kind: 'estimate',
  });
  return {
    dataSize: shuffleDataSize(rows, knobs.rowBytes),
    shuffleBytes: shuffleBytes(rows, knobs.rowBytes, knobs.compression),
    largestPartition: partition(
      partitions.reduce((most, each) => Math.max(most, each), 0),
      'largest number',
    ),
    medianPartition: partition(medianOf(partitions.toSorted()), 'median number'),
    reduceTasks: {
      value: skylines.length > 0 ? last.tasks.count : 0,
      unit: 'tasks',
      formula: knobs.adaptive
        ? 'reads that adaptive execution makes of the partitions'
        : 'partitions of the shuffle',
      inputs: [input('partitions', partitions.length, 'partitions', 'spark.sql.shuffle.partitions')],
      source: 'CoalesceShufflePartitions, OptimizeSkewedJoin, OptimizeShuffleWithLocalRead',
      // With adaptive execution it hangs on compressed bytes, which are estimated.
      kind: knobs.adaptive ? 'estimate' : 'exact',
    },
  } as const satisfies Partial<Record<TotalId, Computed>>;
}

function memoryTotals({ stages }: Parts, taskMemory: Computed) {
  const limit = input('memory of a task', taskMemory.value, 'bytes', 'spark.executor.memory');
  return {
    taskMemory,
    largestNeed: {
      value: Math.max(0, ...stages.map(({ tasks }) => tasks.neededBytes.reduce((a, b) => Math.max(a, b), 0))),
      unit: 'bytes',
      formula: 'largest over tasks of rows x (bytes of a row + overhead of a sorter)',
      inputs: [limit],
      source: 'UnsafeExternalSorter, ShuffleExternalSorter',
      kind: 'estimate',
    },
    spill: {
      value: stages.reduce((sum, { tasks }) => sum + sumOf(tasks.spillBytes), 0),
      unit: 'bytes',
      formula:
        'sum over tasks of (ceil(memory needed / memory of a task) - 1) x memory of a task x compression',
      inputs: [limit],
      source: 'UnsafeExternalSorter, ShuffleExternalSorter',
      kind: 'estimate',
    },
  } as const satisfies Partial<Record<TotalId, Computed>>;
}

function fileTotals({ written }: Parts) {
  const none: Computed = {
    value: 0,
    unit: 'files',
    formula: 'nothing is written',
    inputs: [],
    source: 'the knob "Write files"',
    kind: 'exact',
  };
  const files = written?.computed ?? none;
  const bytes = written?.bytes ?? 0;
  return {
    files,
    fileBytes: {
      value: files.value > 0 ? bytes / files.value : 0,
      unit: 'bytes',
      formula: 'bytes written / files',
      inputs: [input('bytes written', bytes, 'bytes'), input('files', files.value, 'files')],
      source: 'rule of thumb for Parquet with snappy',
      kind: 'estimate',
    },
  } as const satisfies Partial<Record<TotalId, Computed>>;
}

function timeTotals({ stages, schedule, knobs }: Parts) {
  const work = stages.reduce((sum, { tasks }) => sum + sumOf(tasks.durationMs), 0);
  const longest = Math.max(
    0,
    ...stages.map(({ tasks }) => tasks.durationMs.reduce((a, b) => Math.max(a, b), 0)),
  );
  const slots = knobs.executors * knobs.cores;
  const chain = chainBound(
    stages.map(({ tasks, ...stage }) => ({ ...stage, durationsMs: tasks.durationMs })),
  );
  const workInput = input('work of all tasks', work, 'ms');
  const slotsInput = input('slots', slots, 'count', 'spark.executor.cores');
  const copies = schedule.bars.outcome.reduce((sum, each) => sum + Number(each !== OUTCOME.done), 0);
  const time = (value: number, formula: string, inputs: Computed['inputs'], source: string): Computed => ({
    value,
    unit: 'ms',
    formula,
    inputs,
    source,
    kind: 'estimate',
  });
  return {
    tasks: {
      value: schedule.bars.count,
      unit: 'tasks',
      formula: 'sum of the tasks of all stages, copies included',
      inputs: [
        input('stages', stages.length, 'count'),
        input('copies and tasks that lost to them', copies, 'tasks'),
      ],
      source: 'DAGScheduler',
      kind: knobs.adaptive || knobs.speculation ? 'estimate' : 'exact',
    },
    work: time(work, 'sum of the times of all tasks', [workInput], 'rules of thumb for the speed of a core'),
    makespan: time(
      schedule.makespanMs,
      'list scheduling: each free slot takes the next task of the first stage that has one',
      [workInput, slotsInput, input('longest task', longest, 'ms')],
      'TaskSchedulerImpl, without locality, failures and the time of the driver',
    ),
    ideal: time(
      Math.max(chain, work / slots),
      'max(longest chain of longest tasks, work of all tasks / slots)',
      [input('longest chain of longest tasks', chain, 'ms'), workInput, slotsInput],
      'lower bound of any schedule',
    ),
    longestTask: time(
      longest,
      'largest over tasks of their time',
      [],
      'rules of thumb for the speed of a core',
    ),
  } as const satisfies Partial<Record<TotalId, Computed>>;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0);
}
