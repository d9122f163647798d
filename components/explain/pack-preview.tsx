import { type RefObject, useEffect, useRef } from 'react';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, plural } from '#lib/base/format.ts';
import type { EvidencePack } from '#lib/explain/evidence-pack.ts';
import { factLabel, factValue, termLabel } from '#lib/explain/fact-text.ts';

export interface PackPreviewProps {
  readonly pack: EvidencePack;
  /** The very text that would be sent. */
  readonly request: string;
  /** Open at first: before anything was sent. */
  readonly open: boolean;
  /** The row to bring into view, and a count that goes up with each wish to see it. */
  readonly shown: { readonly id: string; readonly times: number } | undefined;
}

/** All of the evidence: as a table, and as the text that would be sent, to the last byte. */
export function PackPreview({ pack, request, open, shown }: PackPreviewProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) showRow(root, shown.id);
  }, [shown]);
  const bytes = new TextEncoder().encode(request).length;
  return (
    <div ref={root} className="grid gap-1">
      <Disclosure
        open={open}
        summary={`The evidence: ${plural(pack.facts.length, 'number')}, ${plural(pack.terms.length, 'name')} of Spark’s`}
      >
        <SimpleTable
          caption="Evidence"
          className="max-h-72"
          columns={[{ header: 'Id' }, { header: 'What' }, { header: 'Value', align: 'end' }]}
          rows={[
            ...pack.facts.map((fact) => [
              <EvidenceId key={fact.id} id={fact.id} />,
              factLabel(fact),
              factValue(fact),
            ]),
            ...pack.terms.map((term) => [
              <EvidenceId key={term.id} id={term.id} />,
              termLabel(term),
              term.name,
            ]),
          ]}
        />
      </Disclosure>
      <Disclosure summary={`The text as it would be sent: ${formatBytes(bytes)}`}>
        <CodeBlock label="what would be sent" code={request} />
      </Disclosure>
    </div>
  );
}

function EvidenceId({ id }: { readonly id: string }) {
  return (
    <span data-evidence={id} tabIndex={-1} className="font-mono text-xs">
      {id}
    </span>
  );
}

function showRow(root: RefObject<HTMLDivElement | null>, id: string): void {
  const row = root.current?.querySelector<HTMLElement>(`[data-evidence="${CSS.escape(id)}"]`);
  row?.closest('details')?.setAttribute('open', '');
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
