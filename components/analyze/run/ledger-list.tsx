'use client';
import { formatCount } from '#lib/base/format.ts';
import { LEDGER_LIST_SQL, ledgerList } from '#lib/tables/queries/ledger-list.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { MEANINGS } from './ledger-meaning.ts';

const SHOWN = 300;

/** Every fact of the ledger: what was seen where, and which figures that touches. */
export function LedgerList() {
  const answer = useAnswer('ledger-list', ledgerList);
  return (
    <div className="min-h-0 overflow-y-auto px-4 pb-4">
      <Answered answer={answer} what="the list of facts">
        {(rows) => (
          <>
            <ul className="divide-y divide-line">
              {rows.slice(0, SHOWN).map(({ fact, severity, count, place, detail, affects }) => (
                <li key={`${fact} ${place} ${detail}`} className="grid gap-0.5 py-3 text-sm">
                  <p className="flex flex-wrap justify-between gap-x-4">
                    <span className="font-medium">
                      {MEANINGS[severity]}: {fact.replaceAll('-', ' ')}
                    </span>
                    <span className="wrap-anywhere text-faint">
                      {place ?? 'the whole log'}
                      {count > 1 ? `, ${formatCount(count)} times` : ''}
                    </span>
                  </p>
                  <p className="wrap-anywhere">{detail}</p>
                  <p className="text-soft">{affects}</p>
                </li>
              ))}
            </ul>
            <p className="flex items-center justify-between gap-2 border-line border-t pt-2 text-soft text-sm">
              {rows.length > SHOWN
                ? `The first ${SHOWN} of ${formatCount(rows.length)}; the console has all.`
                : 'Worst first.'}
              <SqlBehind sql={LEDGER_LIST_SQL} what="the ledger" />
            </p>
          </>
        )}
      </Answered>
    </div>
  );
}
