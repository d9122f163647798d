import { BookOpen, Database, EyeOff, Layers, Share2 } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ExplainButton } from '#components/explain/explain-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { type Provenance, ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { impactText } from '#lib/analyzers/run/impact-text.ts';
import { packOfInsight } from '#lib/explain/pack-of-insight.ts';
import type { Insight } from '#lib/model/insight.ts';
import { Confidence } from './confidence.tsx';
import { CopyLink } from './copy-link.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { evidenceSql } from './evidence-sql.ts';
import { OccurrenceList } from './occurrence-list.tsx';
import { WhyAndOptions } from './why-and-options.tsx';

export interface InsightCardProps {
  readonly insight: Insight;
  readonly origin: Provenance;
  /** Address of this insight within the place. */
  readonly href: string;
  /** What the numbers look like. */
  readonly chart?: ReactNode;
  readonly onOpenSql: (sql: string) => void;
  readonly onShowStage: (stage: string) => void;
  readonly onMute: () => void;
  readonly onShare: () => void;
}

/** What an insight says below its heading: evidence first, then what one can do. */
export function InsightCard(props: InsightCardProps) {
  const { insight, origin, href, chart, onOpenSql, onShowStage, onMute, onShare } = props;
  const { stages } = insight;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <ProvenanceTag origin={origin} />
        <Confidence level={insight.confidence} why={insight.why_confidence} />
      </div>
      <div className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <section aria-label="Evidence">
            <h3 className="pb-1 font-semibold text-sm">Evidence</h3>
            <EvidenceList evidence={insight.evidence} onOpenSql={onOpenSql} />
            <p className="border-line border-t pt-2 text-soft text-sm">{impactText(insight)}</p>
          </section>
          <OccurrenceList occurrences={insight.occurrences} onShowStage={onShowStage} />
          {chart}
        </div>
        <div className="grid min-w-0 gap-4">
          <WhyAndOptions insight={insight} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-1 border-line border-t pt-2 *:first:-ml-2">
        {stages[0] === undefined ? null : (
          <Button kind="quiet" fit="tight" onClick={() => onShowStage(stages[0]!)}>
            <Layers aria-hidden size={14} />
            Show stage {stages[0]}
          </Button>
        )}
        <Button kind="quiet" fit="tight" onClick={() => onOpenSql(evidenceSql(insight))}>
          <Database aria-hidden size={14} />
          Evidence in SQL
        </Button>
        {/* Not fetched ahead: most cards are read without their page. */}
        <Link
          href={insight.docs}
          prefetch={false}
          className="inline-flex min-h-8 items-center gap-2 rounded px-2 font-medium text-sm text-soft hover:bg-tint hover:text-ink pointer-coarse:min-h-11"
        >
          <BookOpen aria-hidden size={14} />
          How it is found
        </Link>
        <CopyLink href={href} />
        <Button kind="quiet" fit="tight" aria-haspopup="dialog" onClick={onShare}>
          <Share2 aria-hidden size={14} />
          Share
        </Button>
        <Button kind="quiet" fit="tight" onClick={onMute}>
          <EyeOff aria-hidden size={14} />
          Mute
        </Button>
      </div>
      <ExplainButton makePack={() => packOfInsight(insight, origin)} />
    </div>
  );
}
