'use client';
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { TrustFact } from '#lib/analyzers/run/report.ts';
import { plural } from '#lib/base/format.ts';
import { LedgerList } from './ledger-list.tsx';
import { MEANINGS } from './ledger-meaning.ts';

const icons = { error: OctagonAlert, warning: TriangleAlert, info: Info };

/** What the log does not tell, and which figures to read with care because of it. */
export function TrustBanner({ trust }: { readonly trust: readonly TrustFact[] }) {
  const [open, setOpen] = useState(false);
  const grave = trust.filter(({ severity }) => severity !== 'info');
  const notes = trust.length - grave.length;
  if (trust.length === 0) return null;
  const details = (
    <Button
      kind="quiet"
      fit="tight"
      aria-haspopup="dialog"
      onClick={() => setOpen(true)}
      className="shrink-0 max-sm:-ml-2 sm:min-h-7"
    >
      {grave.length > 0 ? 'Details' : plural(notes, 'note')}
    </Button>
  );
  return (
    <section aria-label="Trust in this log" className="min-w-0">
      {grave.length > 0 ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 rounded sm:flex-nowrap border border-line border-l-4 border-l-alert bg-panel py-1.5 pr-2 pl-3">
          <ul className="grid min-w-0 gap-1 py-1">
            {grave.map(({ fact, severity, detail, affects }) => {
              const Icon = icons[severity];
              return (
                <li key={fact} className="flex items-start gap-2 text-sm">
                  <Icon aria-hidden size={14} className="mt-0.75 shrink-0 text-alert" />
                  <span className="wrap-anywhere min-w-0">
                    <span className="font-medium">{MEANINGS[severity]}.</span> {detail}{' '}
                    <span className="text-soft">{affects}</span>
                  </span>
                </li>
              );
            })}
          </ul>
          {details}
        </div>
      ) : (
        <p className="flex items-center gap-2 text-faint text-sm">
          <Info aria-hidden size={14} className="shrink-0" />
          The log is complete.
          {details}
        </p>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="What the log does not tell"
        className="w-[min(48rem,calc(100vw-1rem))]"
      >
        <LedgerList />
      </Dialog>
    </section>
  );
}
