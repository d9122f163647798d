import type { ConsoleRun } from './console-run.ts';
import { ResultTable } from './result-table.tsx';

/** What came of the last run. */
export function ConsoleOutcome({ run }: { readonly run: ConsoleRun }) {
  switch (run.state) {
    case 'idle':
      return (
        <p className="text-soft text-sm">
          The tables hold what Spark recorded of this run. Write a query, or pick an example. Everything runs
          in this tab.
        </p>
      );
    case 'running':
      return null;
    case 'cancelled':
      return (
        <p className="text-soft text-sm">The query was cancelled; the console is ready for the next one.</p>
      );
    case 'failed': {
      const { kind, message, at } = run.error;
      return (
        <div
          role="alert"
          className="grid gap-1 rounded border border-line border-l-4 border-l-alert bg-panel p-3"
        >
          <p className="font-medium text-sm">
            {kind}
            {at === undefined ? '' : `, at ${placeOf(run.sql, at)}`}
          </p>
          <p className="wrap-anywhere whitespace-pre-wrap font-mono text-xs">{message}</p>
        </div>
      );
    }
    case 'done':
      return <ResultTable sql={run.sql} result={run.result} />;
  }
}

function placeOf(sql: string, at: number): string {
  const lines = sql.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
