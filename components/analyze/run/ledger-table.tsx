'use client';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatCount } from '#lib/base/format.ts';
import { LEDGER_LIST_SQL, ledgerList } from '#lib/tables/queries/ledger-list.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';

const COLUMNS = [
  { header: 'Fact' },
  { header: 'Times', align: 'end' },
  { header: 'Where' },
  { header: 'What was seen' },
  { header: 'What it affects' },
] as const;

const SHOWN = 300;

/** Every fact of the ledger. */
export function LedgerTable() {
  const answer = useAnswer('ledger-list', ledgerList);
  return (
    <div className="min-h-0 overflow-y-auto p-4">
      <Answered answer={answer} what="the list of facts">
        {(rows) => (
          <div className="grid gap-2">
            <SimpleTable
              caption="Facts about the completeness of the log"
              columns={COLUMNS}
              rows={rows.slice(0, SHOWN).map(({ fact, severity, count, place, detail, affects }) => [
                <span key="fact" className="whitespace-nowrap">
                  {severity}: {fact.replaceAll('-', ' ')}
                </span>,
                formatCount(count),
                <span key="place" className="wrap-anywhere">
                  {place ?? 'the whole log'}
                </span>,
                <span key="detail" className="wrap-anywhere">
                  {detail}
                </span>,
                affects,
              ])}
            />
            <p className="flex items-center gap-2 text-soft text-sm">
              {rows.length > SHOWN
                ? `The first ${SHOWN} of ${formatCount(rows.length)}; the console has all. `
                : ''}
              <SqlBehind sql={LEDGER_LIST_SQL} what="the ledger" />
            </p>
          </div>
        )}
      </Answered>
    </div>
  );
}
