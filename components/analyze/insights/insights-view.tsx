'use client';
import Link from 'next/link';
import { useMemo } from 'react';
import { mutedProblems } from '#components/insight/muted.ts';
import type { Action } from '#components/shell/actions/action.ts';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { useStore } from '#components/shell/use-store.ts';
import { Panel } from '#components/ui/panel.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Insight } from '#lib/model/insight.ts';
import { goTo } from '../place/go-to.ts';
import { lentPlace } from '../place/lent-place.ts';
import { usePlace } from '../place/use-place.ts';
import type { OpenRunState } from '../run/open-state.ts';
import { useShare } from '../share/use-share.ts';
import { CheckList } from './check-list.tsx';
import { InsightItem } from './insight-item.tsx';
import { MutedList } from './muted-list.tsx';
import { NONE } from './none.ts';

/** One insight is open at a time: the one that the address names, else the gravest. */
export function InsightsView({ run }: { readonly run: OpenRunState }) {
  const { findings, checksDone, checksTotal } = run;
  const { insight: named } = usePlace();
  const muted = useStore(mutedProblems, () => []);
  const isLent = useStore(lentPlace) !== undefined;
  const { shareInsight } = useShare(run);
  const shown = useMemo(
    () => findings.insights.filter(({ problem }) => !muted.includes(problem)),
    [findings, muted],
  );
  const running = checksDone < checksTotal;
  const isUnknown =
    !running && named !== undefined && named !== NONE && findings.insights.every(({ id }) => id !== named);
  const openId = isUnknown ? shown[0]?.id : (named ?? shown[0]?.id);
  useActions(useMemo(() => stepActions(shown, openId), [shown, openId]));
  return (
    <div className="grid gap-4">
      <Status hidden={!running}>
        {running ? `${checksDone} of ${checksTotal} checks done` : `${shown.length} insights`}
      </Status>
      {/* A scenario that shows a run has questions of its own. */}
      {isLent || findings.insights.length === 0 ? null : (
        <p className="text-soft text-sm">
          Rather guess before you read?{' '}
          <Link
            href="/learn/own-run"
            prefetch={false}
            className="rounded text-accent underline underline-offset-4"
          >
            Predict, then look
          </Link>
        </p>
      )}
      {isUnknown ? (
        <p className="rounded border border-line bg-panel p-4 text-soft text-sm">
          The address names an insight that this run does not have. It was copied from another run, or from
          another version of Shufflescope.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <ul className="grid gap-2">
          {shown.map((insight) => (
            <InsightItem
              key={insight.id}
              insight={insight}
              open={insight.id === openId}
              named={insight.id === named}
              onShare={shareInsight}
            />
          ))}
        </ul>
      ) : (
        <p className="rounded border border-line bg-panel p-4">
          {running
            ? 'Checks are running.'
            : 'None of the problems that were looked for was found in this run.'}
        </p>
      )}
      <MutedList muted={muted} insights={findings.insights} />
      <Panel title="Everything that was checked">
        <CheckList findings={findings} />
      </Panel>
    </div>
  );
}

function stepActions(shown: readonly Insight[], openId: string | undefined): readonly Action[] {
  const at = shown.findIndex(({ id }) => id === openId);
  const step = (by: number) => {
    const next = shown[at + by];
    if (next) goTo({ view: 'insights', insight: next.id });
  };
  const section = 'Insights';
  return [
    {
      id: 'previous-insight',
      label: 'Previous insight',
      section,
      keys: '[',
      enabled: () => at > 0 || { reason: 'this is the first' },
      perform: () => step(-1),
    },
    {
      id: 'next-insight',
      label: 'Next insight',
      section,
      keys: ']',
      enabled: () => at + 1 < shown.length || { reason: 'this is the last' },
      perform: () => step(1),
    },
  ];
}
