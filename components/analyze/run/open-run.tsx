'use client';
import { Suspense, useEffect, useRef } from 'react';
import { ShareHost } from '#components/share/share-host.tsx';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import { goTo } from '../place/go-to.ts';
import { usePlace } from '../place/use-place.ts';
import { viewActions } from '../place/view-actions.ts';
import { VIEWS, type ViewId } from '../place/views.ts';
import type { FoundLog } from '../session/protocol.ts';
import type { OpenRunState } from './open-state.ts';
import { RunHeader } from './run-header.tsx';
import { TrustBanner } from './trust-banner.tsx';
import { VIEW_COMPONENTS } from './view-components.ts';

export interface OpenRunProps {
  readonly run: OpenRunState;
  readonly name: string;
  readonly onOpen: (log: FoundLog) => void;
}

/** A run that was read: what it is, what to trust, and its views. */
export function OpenRun({ run, name, onOpen }: OpenRunProps) {
  const { view, stage } = usePlace();
  const content = useRef<HTMLDivElement>(null);
  // What had the focus may be gone with the view before; the keyboard goes on from the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view or stage is the reason to look
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) content.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [view, stage]);
  useActions(viewActions);
  const View = VIEW_COMPONENTS[view];
  const { stats } = run.overview;
  const counts: Partial<Record<ViewId, number>> = {
    insights: run.findings.insights.length,
    stages: stats.stages,
    tasks: stats.tasks,
  };
  return (
    <div className="mx-auto grid w-full max-w-[110rem] gap-3 px-4 py-4 sm:px-6">
      <RunHeader run={run} name={name} onOpen={onOpen} />
      <TrustBanner trust={run.overview.trust} />
      <Tabs
        label="Views of the run"
        items={VIEWS.map((each) => {
          const count = counts[each.id];
          return count === undefined ? each : { ...each, count };
        })}
        value={view}
        onChange={(id) => goTo({ view: id })}
      >
        <div ref={content} tabIndex={-1} className="pt-4 outline-none">
          <Suspense>
            <View run={run} />
          </Suspense>
        </div>
      </Tabs>
      <ShareHost />
    </div>
  );
}
