'use client';
import { executorChanges } from '#lib/tables/queries/executor-changes.ts';
import { timelineSpans } from '#lib/tables/queries/timeline-spans.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import type { OpenRunState } from '../run/open-state.ts';
import { TimelinePanel } from './timeline-panel.tsx';

/** What ran when, what waited, and how many slots were busy meanwhile. */
export function TimelineView({ run }: { readonly run: OpenRunState }) {
  const answer = useAnswer('timeline', async (query) => ({
    spans: await timelineSpans(query),
    changes: await executorChanges(query),
    runMs: (await query<{ run_ms: number }>('SELECT run_ms FROM run_window'))[0]?.run_ms ?? 0,
  }));
  return (
    <Answered answer={answer} what="the timeline">
      {({ spans, changes, runMs }) =>
        spans.length === 0 ? (
          <p className="rounded border border-line bg-panel p-4 text-soft">
            The log has neither jobs nor stages: nothing was submitted before it ended.
          </p>
        ) : (
          <TimelinePanel spans={spans} changes={changes} runMs={runMs} insights={run.findings.insights} />
        )
      }
    </Answered>
  );
}
