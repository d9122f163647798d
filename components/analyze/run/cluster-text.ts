import { plural } from '#lib/base/format.ts';
import type { ClusterRow } from '#lib/tables/queries/run-cluster.ts';

/** "2 executors x 4 cores"; several sizes are added up; "local, 2 cores" where the driver runs the tasks. */
export function clusterText(rows: readonly ClusterRow[]): string {
  if (rows.length === 0) return 'no executors in the log';
  const [first] = rows;
  if (rows.length === 1 && first?.is_local) return `local, ${plural(first.cores, 'core')}`;
  return rows
    .map(({ executors, cores }) => `${plural(executors, 'executor')} x ${plural(cores, 'core')}`)
    .join(' + ');
}
