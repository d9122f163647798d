import type { QueryRunner } from '../query-runner.ts';

/** Executors of one size. */
export interface ClusterRow {
  readonly executors: number;
  readonly cores: number;
  /** The driver runs the tasks itself. */
  readonly is_local: boolean;
}

/** With which executors did the run work? One row a size, the most frequent first; the driver counts in local mode. */
const RUN_CLUSTER_SQL = `
SELECT count(*) AS executors, total_cores AS cores, bool_or(executor_id = 'driver') AS is_local
FROM executors
WHERE total_cores > 0
GROUP BY total_cores
ORDER BY executors DESC, cores DESC`;

export function runCluster(query: QueryRunner): Promise<readonly ClusterRow[]> {
  return query<ClusterRow>(RUN_CLUSTER_SQL);
}
