'use client';
import { InsightHeading } from '#components/insight/insight-heading.tsx';
import { mutedProblems } from '#components/insight/muted.ts';
import { useStore } from '#components/shell/use-store.ts';
import { Panel } from '#components/ui/panel.tsx';
import { Status } from '#components/ui/status.tsx';
import { plural } from '#lib/base/format.ts';
import { CheckList } from '../insights/check-list.tsx';
import { PlaceLink } from '../place/place-link.tsx';
import type { OpenRunState } from '../run/open-state.ts';

/** What was found, the gravest first, and what was looked for and not found. */
export function InsightSummary({ run }: { readonly run: OpenRunState }) {
  const { findings, checksDone, checksTotal } = run;
  const muted = useStore(mutedProblems, () => []);
  const shown = findings.insights.filter(({ problem }) => !muted.includes(problem));
  const hidden = findings.insights.length - shown.length;
  const running = checksDone < checksTotal;
  return (
    <Panel
      title="Insights"
      aside={
        <Status>
          {running
            ? `${checksDone} of ${checksTotal} checks done`
            : `${plural(findings.insights.length, 'insight')} from ${plural(checksTotal, 'check')}`}
        </Status>
      }
    >
      {shown.length > 0 ? (
        <ul className="-mx-4 -mt-4 divide-y divide-line border-line border-b">
          {shown.map((insight) => (
            <li key={insight.id}>
              <PlaceLink
                to={{ view: 'insights', insight: insight.id }}
                className="flex px-4 py-2.5 -outline-offset-2 hover:bg-tint"
              >
                <InsightHeading insight={insight} />
              </PlaceLink>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pb-2 text-soft text-sm">
          {running
            ? 'Checks are running.'
            : findings.clear.length < findings.not_applicable.length
              ? 'No problem was found, but most checks had nothing to look at.'
              : 'None of the problems that were looked for was found.'}
        </p>
      )}
      {hidden > 0 ? (
        <p className="pt-2 text-soft text-sm">
          {plural(hidden, 'insight')} muted. <PlaceLink to={{ view: 'insights' }}>Show</PlaceLink>
        </p>
      ) : null}
      <div className="pt-2">
        <CheckList findings={findings} />
      </div>
    </Panel>
  );
}
