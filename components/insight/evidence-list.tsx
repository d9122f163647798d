import { Button } from '#components/ui/button.tsx';
import { evidenceText } from '#lib/analyzers/run/evidence-text.ts';
import type { Evidence } from '#lib/model/insight.ts';

export interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly onOpenSql: (sql: string) => void;
}

/** Each number with what it is held against, and the SQL that returns it. */
export function EvidenceList({ evidence, onOpenSql }: EvidenceListProps) {
  return (
    <dl className="divide-y divide-line">
      {evidence.map((row) => (
        <div
          key={`${row.metric}|${row.sql}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-1 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto]"
        >
          <dt className="min-h-7 content-center text-soft text-sm">{row.metric}</dt>
          <dd className="col-start-1 min-w-0 content-center text-sm sm:col-start-2 sm:min-h-7">
            <span className="wrap-anywhere whitespace-pre-wrap font-semibold">{evidenceText(row)}</span>
            {row.compared_with ? <span className="text-soft"> {row.compared_with}</span> : null}
          </dd>
          <dd className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1">
            <Button
              kind="quiet"
              fit="tight"
              data-tip="SQL behind this"
              aria-label={`SQL behind "${row.metric}"`}
              onClick={() => onOpenSql(row.sql)}
              className="min-h-7 font-mono text-xs"
            >
              SQL
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
