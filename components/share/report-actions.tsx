'use client';
import { FileDown } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { saveFile } from '#components/ui/save-file.ts';
import type { Envelope } from '#lib/share/envelope.ts';
import { REPORT_FORMATS } from '#lib/share/report/report-formats.ts';

/** The same content as a file. Only summaries and insights can be reports. */
export function ReportActions({ content }: { readonly content: Envelope }) {
  const { state } = content;
  if (state.kind !== 'analysis' && state.kind !== 'insight') return null;
  return (
    <section aria-labelledby="report-files" className="grid gap-2">
      <h3 id="report-files" className="font-semibold text-sm">
        As a file
      </h3>
      <div className="flex flex-wrap gap-2">
        {REPORT_FORMATS.map(({ id, label, about, type, extension, write }) => (
          <Button
            key={id}
            data-tip={about}
            onClick={() =>
              saveFile(
                `shufflescope-${state.kind}.${extension}`,
                new Blob([write({ ...content, state })], { type }),
              )
            }
          >
            <FileDown aria-hidden size={16} strokeWidth={1.75} />
            Save {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
