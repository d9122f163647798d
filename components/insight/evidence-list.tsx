import { clsx } from 'clsx';
import { Button } from '#components/ui/button.tsx';
import { evidenceText } from '#lib/analyzers/run/evidence-text.ts';
import type { Evidence } from '#lib/model/insight.ts';

/** Evidence of a shared insight has no SQL: there are no tables to ask. */
type EvidenceRowData = Omit<Evidence, 'sql'> & Partial<Pick<Evidence, 'sql'>>;

export interface EvidenceListProps {
  readonly evidence: readonly EvidenceRowData[];
  readonly onOpenSql?: (sql: string) => void;
}

/** Each number with what it is held against, and the SQL that returns it. */
export function EvidenceList({ evidence, onOpenSql }: EvidenceListProps) {
  return (
    <dl className="divide-y divide-line">
      {evidence.map((row) => (
        <EvidenceRow key={`${row.metric}|${row.sql}`} row={row} {...(onOpenSql ? { onOpenSql } : {})} />
      ))}
    </dl>
  );
}

/** Longer, it is a message or a stack trace rather than a figure, and has the width of the card. */
const FIGURE_CHARS = 80;

function EvidenceRow({
  row,
  onOpenSql,
}: Pick<EvidenceListProps, 'onOpenSql'> & { readonly row: EvidenceRowData }) {
  const { sql } = row;
  const text = evidenceText(row);
  const isMessage = text.length > FIGURE_CHARS || text.includes('\n');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-1 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto]">
      <dt className="min-h-7 content-center text-soft text-sm">{row.metric}</dt>
      <dd
        className={clsx(
          'min-w-0 content-center text-sm',
          isMessage ? 'col-span-full pb-1' : 'col-start-1 sm:col-start-2 sm:min-h-7',
        )}
      >
        <span
          className={clsx(
            'wrap-anywhere',
            isMessage ? 'whitespace-pre-wrap font-mono text-xs' : 'font-semibold',
          )}
        >
          {text}
        </span>
        {row.compared_with ? <span className="text-soft"> · {row.compared_with}</span> : null}
      </dd>
      {onOpenSql && sql !== undefined ? (
        <dd
          className={clsx(
            'col-start-2 row-start-1 sm:col-start-3',
            isMessage ? 'row-span-1' : 'row-span-2 sm:row-span-1',
          )}
        >
          <Button
            kind="quiet"
            fit="tight"
            data-tip="SQL behind this"
            aria-label={`SQL behind "${row.metric}"`}
            onClick={() => onOpenSql(sql)}
            className="min-h-7 font-mono text-xs"
          >
            SQL
          </Button>
        </dd>
      ) : null}
    </div>
  );
}
