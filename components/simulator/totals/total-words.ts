import type { TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';

interface TotalWords {
  readonly label: string;
  /** It costs time, memory or disk: less of it is better, as far as it goes. */
  readonly isCost?: true;
}

export const TOTAL_WORDS: Readonly<Record<TotalId, TotalWords>> = {
  rows: { label: 'Rows read' },
  scanTasks: { label: 'Read tasks' },
  dataSize: { label: 'Shuffled rows in memory', isCost: true },
  shuffleBytes: { label: 'Shuffled bytes', isCost: true },
  largestPartition: { label: 'Largest partition', isCost: true },
  medianPartition: { label: 'Median partition' },
  reduceTasks: { label: 'Tasks after the shuffle' },
  tasks: { label: 'Tasks in all' },
  taskMemory: { label: 'Memory of a task' },
  largestNeed: { label: 'Largest need of memory', isCost: true },
  spill: { label: 'Spill to disk', isCost: true },
  files: { label: 'Files written' },
  fileBytes: { label: 'Size of a file' },
  work: { label: 'Work of all tasks', isCost: true },
  makespan: { label: 'Simulated time', isCost: true },
  ideal: { label: 'Least possible time', isCost: true },
  longestTask: { label: 'Longest task', isCost: true },
};
