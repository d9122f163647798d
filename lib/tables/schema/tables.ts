import { application, cachedRdds, ledger, properties, streamingBatches } from './application.ts';
import type { Table } from './column.ts';
import { executors } from './executors.ts';
import { jobStages, jobs } from './jobs.ts';
import { planMetrics, planNodes, sqlExecutions } from './sql.ts';
import { stages } from './stages.ts';
import { tasks } from './tasks.ts';

/** All tables, in the order in which people meet them. Names and columns are public (docs/tables.md). */
export const TABLES = [
  application,
  jobs,
  jobStages,
  stages,
  tasks,
  executors,
  sqlExecutions,
  planNodes,
  planMetrics,
  properties,
  streamingBatches,
  cachedRdds,
  ledger,
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]['name'];
