import type { RestRow, TruthTables } from './rest-answer.ts';

export interface Difference {
  readonly table: string;
  /** Values of the key columns, e.g. "3.0". */
  readonly key: string;
  readonly column: string;
  readonly theirs: unknown;
  /** `undefined` when the row is missing. */
  readonly ours: unknown;
}

export interface Comparison {
  readonly cells: number;
  readonly differences: readonly Difference[];
  /** Columns of the truth that a table of ours does not have. */
  readonly notCompared: readonly string[];
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  application: ['app_id'],
  jobs: ['job_id'],
  stages: ['stage_id', 'attempt_id'],
  tasks: ['task_id'],
  task_quantiles: ['stage_id', 'attempt_id', 'metric', 'quantile'],
  executors: ['executor_id'],
  sql_executions: ['execution_id'],
  cached_rdds: ['rdd_id'],
  properties: ['source', 'name'],
  plan_nodes: ['execution_id', 'node_id'],
  plan_edges: ['execution_id', 'from', 'to'],
  plan_metrics: ['execution_id', 'node_id', 'name'],
};

/** Compares every cell of the truth with ours, and counts rows of ours that the truth does not have. */
export function compareTables(truth: TruthTables, ours: TruthTables): Comparison {
  const differences: Difference[] = [];
  const notCompared = new Set<string>();
  let cells = 0;
  for (const [table, theirRows] of Object.entries(truth)) {
    const key = (row: RestRow) => KEYS[table]!.map((column) => String(row[column])).join(' ');
    const ourRows = ours[table] ?? [];
    const byKey = new Map(ourRows.map((row) => [key(row), row]));
    const known = new Set(ourRows.flatMap((row) => Object.keys(row)));
    for (const theirRow of theirRows) {
      const ourRow = byKey.get(key(theirRow));
      byKey.delete(key(theirRow));
      if (!ourRow)
        differences.push({ table, key: key(theirRow), column: '(row)', theirs: 'there', ours: undefined });
      for (const [column, theirs] of Object.entries(theirRow)) {
        if (ourRows.length > 0 && !known.has(column)) notCompared.add(`${table}.${column}`);
        else {
          cells++;
          if (ourRow && !same(ourRow[column], theirs)) {
            differences.push({ table, key: key(theirRow), column, theirs, ours: ourRow[column] });
          }
        }
      }
    }
    for (const extra of byKey.keys()) {
      differences.push({ table, key: extra, column: '(row)', theirs: undefined, ours: 'there' });
    }
  }
  return { cells, differences, notCompared: [...notCompared].sort() };
}

function same(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    return JSON.stringify([...ours].sort()) === JSON.stringify([...theirs].sort());
  }
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs));
  }
  if (typeof ours === 'string' && typeof theirs === 'string' && theirs.endsWith(CUT)) {
    return ours.startsWith(theirs.slice(0, -CUT.length));
  }
  return ours === theirs || (ours === null && theirs === undefined);
}

/** How the corpus marks a text that it shortened. */
const CUT = '...(cut)';
