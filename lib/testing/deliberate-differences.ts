import type { Difference } from './compare-tables.ts';

/**
 * Where our tables say something else than the History Server, on purpose. docs/history-server.md explains each
 * under its `heading`; a difference that is not in this list is a defect.
 */
export interface DeliberateDifference {
  readonly heading: string;
  applies(difference: Difference, log: LogFacts): boolean;
}

export interface LogFacts {
  /** Whether the log has the application's end. */
  readonly completed: boolean;
  /** Tasks that have no end in the log. */
  readonly unended: ReadonlySet<string>;
  readonly hasLostTaskEnds: boolean;
  readonly rddsWithoutBlocks: ReadonlySet<string>;
}

export const DELIBERATE_DIFFERENCES: readonly DeliberateDifference[] = [
  {
    heading: 'A log without an end',
    applies: ({ table, key, column }, { completed }) =>
      !completed &&
      ((table === 'application' && (column === 'end_time' || column === 'duration')) ||
        (table === 'executors' && key === 'driver' && column === 'total_duration')),
  },
  {
    heading: 'Tasks and executions without an end',
    applies: ({ table, key, column, ours }, { unended, completed }) =>
      column === 'duration' &&
      ours === null &&
      ((table === 'tasks' && unended.has(key)) || (table === 'sql_executions' && !completed)),
  },
  {
    heading: 'Lost task ends',
    applies: ({ table, column }, { hasLostTaskEnds }) =>
      table === 'plan_metrics' && column === 'total' && hasLostTaskEnds,
  },
  {
    heading: 'The largest of equal values',
    applies: ({ table, column, theirs, ours }) =>
      table === 'plan_metrics' && column === 'largest' && theirs !== null && ours !== null,
  },
  {
    heading: 'RDDs without known blocks',
    applies: ({ table, key, column, theirs }, { rddsWithoutBlocks }) =>
      table === 'cached_rdds' && column === '(row)' && theirs === undefined && rddsWithoutBlocks.has(key),
  },
  {
    heading: 'Nothing is NULL',
    applies: ({ column, theirs, ours }) => column === 'error_message' && theirs === '' && ours === null,
  },
  {
    heading: 'Quantiles that one of the two does not have',
    applies: ({ table, key, column }) =>
      table === 'task_quantiles' &&
      column === '(row)' &&
      /shuffle_(local_bytes_read|total_blocks_fetched)/.test(key),
  },
];
