import { useMemo } from 'react';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatCount } from '#lib/base/format.ts';
import { type ComparedExchange, compareViews, without } from '#lib/pyspark/view/compare-views.ts';
import type { Finding, LookedAt } from '../worker/protocol.ts';

export interface PlanDifferenceProps {
  readonly before: LookedAt;
  readonly after: LookedAt;
}

/** What a change of the program changes in what Spark does, and in what the rules say. */
export function PlanDifference({ before, after }: PlanDifferenceProps) {
  const { figures, gone, added } = useMemo(() => compareViews(before, after), [before, after]);
  const keyOf = ({ id, title }: Finding): string => `${id} ${title}`;
  return (
    <section aria-label="What Spark does" className="grid gap-4">
      <p>
        <ProvenanceTag origin="predicted" />
      </p>
      <SimpleTable
        caption="Jobs, stages and exchanges before and now"
        columns={[
          { header: 'Count' },
          { header: 'Before', align: 'end' },
          { header: 'Now', align: 'end' },
          { header: 'Difference', align: 'end' },
        ]}
        rows={figures.map(({ name, before: old, after: now }) => [
          name,
          formatCount(old),
          formatCount(now),
          differenceText(now - old),
        ])}
        className="max-w-lg"
      />
      <div className="grid gap-4 md:grid-cols-2">
        <Exchanges title="Shuffles and broadcasts that are gone" list={gone} />
        <Exchanges title="New shuffles and broadcasts" list={added} />
        <Findings title="Findings that are gone" list={without(before.findings, after.findings, keyOf)} />
        <Findings title="New findings" list={without(after.findings, before.findings, keyOf)} />
      </div>
    </section>
  );
}

function differenceText(difference: number): string {
  if (difference === 0) return 'same';
  return difference > 0 ? `+${formatCount(difference)}` : `−${formatCount(-difference)}`;
}

function Exchanges({ title, list }: { readonly title: string; readonly list: readonly ComparedExchange[] }) {
  return (
    <section aria-label={title} className="min-w-0 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {list.length === 0 ? <p className="text-soft">none</p> : null}
      <ul className="grid gap-1.5">
        {list.map(({ label, because, file, line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal exchanges differ by their turn only
          <li key={index} className="wrap-anywhere">
            <span className="font-mono text-xs">{label}</span>
            {line === undefined ? '' : ` from ${file} line ${line}`}
            <span className="block text-soft">because {because}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ title, list }: { readonly title: string; readonly list: readonly Finding[] }) {
  return (
    <section aria-label={title} className="min-w-0 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {list.length === 0 ? <p className="text-soft">none</p> : null}
      <ul className="grid gap-1.5">
        {list.map((finding) => (
          <li key={`${finding.id} ${finding.file} ${finding.from}`} className="wrap-anywhere">
            <span className="text-faint text-xs">{finding.id}</span> {finding.title}
            <span className="block text-soft">
              {finding.file} line {finding.line}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
