import Link from 'next/link';
import { Confidence } from '#components/insight/confidence.tsx';
import { EvidenceList } from '#components/insight/evidence-list.tsx';
import { InsightHeading } from '#components/insight/insight-heading.tsx';
import { OccurrenceList } from '#components/insight/occurrence-list.tsx';
import { WhyAndOptions } from '#components/insight/why-and-options.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { impactText } from '#lib/analyzers/run/impact-text.ts';
import type { SharedInsight as Insight } from '#lib/share/kinds/insight.ts';

export interface SharedInsightProps {
  readonly insight: Insight;
  readonly withoutAnswer: boolean;
}

/** An insight without its run: no SQL, no stage to go to. */
export function SharedInsight({ insight, withoutAnswer }: SharedInsightProps) {
  const evidence = (
    <section aria-label="Evidence" className="grid min-w-0 content-start gap-2">
      <h3 className="font-semibold text-sm">Evidence</h3>
      <EvidenceList evidence={insight.evidence} />
      {withoutAnswer ? null : <p className="text-soft text-sm">{impactText(insight)}</p>}
    </section>
  );
  if (withoutAnswer) return <div className="rounded border border-line bg-panel p-4">{evidence}</div>;
  return (
    <article className="grid gap-4 rounded border border-line bg-panel p-4">
      <h2 className="flex">
        <InsightHeading insight={insight} />
      </h2>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <ProvenanceTag origin="measured" />
        <Confidence level={insight.confidence} why={insight.why_confidence} />
      </div>
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          {evidence}
          <OccurrenceList occurrences={insight.occurrences} />
        </div>
        <div className="grid min-w-0 gap-4">
          <WhyAndOptions insight={insight} />
          <Link
            href={`/reference/${insight.problem}`}
            prefetch={false}
            className="w-fit font-medium text-accent text-sm underline underline-offset-4"
          >
            How it is found
          </Link>
        </div>
      </div>
    </article>
  );
}
