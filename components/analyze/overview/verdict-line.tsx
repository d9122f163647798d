import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { verdict } from '#lib/analyzers/run/verdict.ts';
import type { OpenRunState } from '../run/open-state.ts';

/** The run in one sentence. Until all checks are done it speaks of those that are. */
export function VerdictLine({ run }: { readonly run: OpenRunState }) {
  const { overview, findings, checksDone, checksTotal } = run;
  const running = checksDone < checksTotal;
  const text =
    running && findings.insights.length === 0
      ? 'Checking the run …'
      : verdict(overview.stats, findings.insights);
  return (
    <section
      aria-label="Verdict"
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded border border-line bg-panel px-4 py-3"
    >
      <ProvenanceTag origin="measured" />
      <p className="wrap-anywhere min-w-0 flex-1 basis-72 text-lg">{text}</p>
    </section>
  );
}
