import type { Label } from '#lib/explain/labels.ts';
import type { Figure, Values } from './figure.ts';

/**
 * What figures are numbers of, by name: the same name means the same in every scenario. Those that a question needs, and
 * those that the prose of a step shows.
 */
export const FIGURE_WORDS: Readonly<Record<string, Label>> = {
  actionCount: 'actions',
  actions: 'actions',
  adaptiveTasks: 'tasks with adaptive execution',
  advisory: 'advisory partition size',
  archiveFiles: 'files written',
  built: 'size of the broadcast table in memory',
  byBytes: 'tasks if only bytes counted',
  bytes: 'size of the data',
  collected: 'bytes collected by the driver',
  columns: 'columns cached',
  data: 'size of the data',
  days: 'days in the data',
  dealtTasks: 'tasks after the repartition',
  eagerJobs: 'jobs run while the plan is made',
  everywhere: 'broadcast copies, summed over executors',
  executorMemory: 'memory of an executor',
  executors: 'executors',
  expansion: 'size in memory over size on disk',
  fileBytes: 'size of one file',
  files: 'files',
  frame: 'size of the cached data',
  heap: 'heap of an executor',
  heaps: 'heaps of all executors',
  hotBytes: 'bytes of the hot partition',
  hotShare: 'share of the hot key',
  jobCount: 'jobs',
  jobs: 'jobs',
  jobsWithoutLooks: 'jobs without those for looking',
  joinOff: 'longest task of the join without adaptive execution',
  joinOn: 'longest task of the join with adaptive execution',
  joinTasks: 'tasks of the join',
  joinType: 'type of the join',
  kept: 'share that is kept',
  largest: 'rows of the largest partition',
  largestRead: 'largest partition when reading',
  limit: 'broadcast limit',
  lines: 'rows after the explode',
  longShare: 'share of the longest task in the task time',
  longestShuffled: 'longest task with a shuffle',
  measuredFiles: 'files written',
  measuredRows: 'rows of the longest task',
  measuredScan: 'tasks that read input',
  measuredShuffled: 'bytes shuffled',
  measuredTasks: 'tasks',
  memory: 'memory available',
  missing: 'share that is not kept',
  mostRows: 'rows of the largest partition',
  needed: 'memory needed',
  nightTasks: 'tasks after the shuffle',
  nightTime: 'duration',
  oneTime: 'duration with one partition',
  openCost: 'cost of opening a file, in bytes',
  orders: 'orders',
  other: 'size of the other table',
  otherBytes: 'size of the other table',
  partitions: 'partitions',
  partitionsOfMore: 'partitions as proposed',
  perTask: 'bytes of one task',
  pool: 'memory for cached data and tasks',
  pythonRows: 'rows handed to Python',
  pythonShare: 'share of rows handed to Python',
  readFiles: 'files read',
  readTasks: 'tasks that read input',
  readTime: 'time to read',
  readTimeFew: 'time to read fewer files',
  regions: 'groups in the result',
  rowBytes: 'bytes of a row',
  rows: 'rows',
  rowsOfMore: 'rows of the largest partition as proposed',
  share: 'share of the hot key',
  shuffled: 'bytes shuffled',
  shuffledAfter: 'bytes shuffled after the change',
  shuffledBytes: 'bytes shuffled',
  shuffledRows: 'rows shuffled',
  shufflesAfter: 'shuffles after the change',
  shufflesBefore: 'shuffles',
  slots: 'slots',
  smallTasks: 'tasks of the aggregate',
  smallTasksOff: 'tasks of the aggregate without adaptive execution',
  sortOff: 'longest task of the sort without adaptive execution',
  sortOn: 'longest task of the sort with adaptive execution',
  spilled: 'bytes spilled',
  taskMs: 'duration of a task',
  taskRows: 'rows of one task',
  tasks: 'tasks',
  threshold: 'size from which a partition counts as skewed',
  time: 'duration',
  timeAfter: 'duration after the change',
  timeByUser: 'duration with keys',
  timeShuffled: 'duration with a shuffle',
  values: 'different values',
  width: 'bytes of a row',
  writeMs: 'time to write',
};

/** The figures that a text or a question names, with their words and numbers; what is not known yet is left out. */
export function namedFigures(
  names: readonly string[],
  figures: Readonly<Record<string, Figure>>,
  values: Values,
): readonly {
  readonly name: string;
  readonly label: Label;
  readonly value: number | string;
  readonly figure: Figure;
}[] {
  return [...new Set(names)].flatMap((name) => {
    const [figure, label, value] = [figures[name], FIGURE_WORDS[name], values[name]];
    return figure && label && value !== undefined ? [{ name, label, value, figure }] : [];
  });
}
