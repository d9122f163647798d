import type { Problem } from '#lib/model/insight.ts';

export interface ProblemGroup {
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** The problems that detectors find, in the order in which one would look for them. */
export const problemGroups: readonly ProblemGroup[] = [
  { title: 'Failures', problems: ['job-failed', 'task-failures', 'stage-retry', 'executor-lost'] },
  { title: 'Uneven tasks', problems: ['task-skew', 'straggler'] },
  {
    title: 'Too many tasks, or too few',
    problems: ['tiny-tasks', 'few-partitions', 'single-partition-stage'],
  },
  { title: 'Memory', problems: ['spill', 'gc-pressure'] },
  { title: 'Joins', problems: ['missed-broadcast', 'cartesian-join'] },
  { title: 'Files', problems: ['small-files-read', 'small-files-written'] },
  { title: 'Waiting', problems: ['idle-cores', 'driver-gap'] },
  { title: 'The log itself', problems: ['incomplete-log', 'event-loss'] },
];
