import { Severity } from '#components/ui/severity.tsx';
import { formatShare } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';

export interface InsightHeadingProps {
  readonly insight: Pick<Insight, 'severity' | 'title' | 'occurrences' | 'share_of_run'>;
}

/** Severity, title and share in one line; wraps on phones. */
export function InsightHeading({ insight }: InsightHeadingProps) {
  const { severity, title, occurrences, share_of_run } = insight;
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 sm:flex-nowrap">
      <span className="w-20 shrink-0">
        <Severity level={severity} />
      </span>
      <span className="wrap-anywhere min-w-0 flex-1 basis-52 font-medium">{title}</span>
      <span className="shrink-0 whitespace-nowrap text-soft text-sm">
        {occurrences.length > 1 ? `${occurrences.length} places · ` : ''}
        {share_of_run >= 0.001 ? `up to ${formatShare(share_of_run)} of the run` : 'no time of the run'}
      </span>
    </span>
  );
}
