'use client';
import { ArrowLeft, ChevronLeft, ChevronRight, ListTree } from 'lucide-react';
import { useMemo } from 'react';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Severity } from '#components/ui/severity.tsx';
import type { Insight } from '#lib/model/insight.ts';
import { stageFacts, stageFactsSql } from '#lib/tables/queries/stage-facts.ts';
import type { StageKey } from '#lib/tables/queries/stage-key.ts';
import type { StageListRow } from '#lib/tables/queries/stage-list.ts';
import { Answered } from '../ask/answered.tsx';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { PhaseBar } from '../overview/phase-bar.tsx';
import { goTo } from '../place/go-to.ts';
import { PlaceLink } from '../place/place-link.tsx';
import { FailureList } from './failure-list.tsx';
import { OperatorList } from './operator-list.tsx';
import { siblingActions } from './sibling-actions.ts';
import { StageFactsList } from './stage-facts-list.tsx';
import { StageSpreadPanel } from './stage-spread-panel.tsx';

export interface StagePageProps {
  readonly stage: StageKey;
  readonly stages: readonly StageListRow[];
  readonly insights: readonly Insight[];
}

/** Everything about one stage. */
export function StagePage({ stage, stages, insights }: StagePageProps) {
  const id = `${stage.stageId}.${stage.attemptId}`;
  const at = stages.findIndex((row) => row.stage === id);
  const actions = useMemo(() => siblingActions(stages, at), [stages, at]);
  useActions(actions.list);
  const answer = useAnswer(`stage ${id}`, (query) => stageFacts(query, stage));
  const named = insights.filter((insight) => insight.stages.includes(id));
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button kind="quiet" fit="tight" onClick={() => goTo({ view: 'stages' })} className="-ml-2">
          <ArrowLeft aria-hidden size={16} />
          All stages
        </Button>
        <h2 className="wrap-anywhere min-w-0 flex-1 basis-60 font-semibold text-lg">
          Stage {id}
          <span className="font-normal text-soft"> {stages[at]?.name}</span>
        </h2>
        <PlaceLink
          to={{ view: 'tasks', stage: id }}
          className="inline-flex min-h-8 items-center gap-2 rounded border border-edge bg-panel px-3 font-medium text-sm hover:border-accent hover:bg-tint pointer-coarse:min-h-11"
        >
          <ListTree aria-hidden size={16} strokeWidth={1.75} />
          Its tasks
        </PlaceLink>
        <span className="flex">
          <IconButton
            icon={ChevronLeft}
            label="Previous stage"
            unavailable={actions.noPrevious}
            onClick={actions.previous}
          />
          <IconButton
            icon={ChevronRight}
            label="Next stage"
            unavailable={actions.noNext}
            onClick={actions.next}
          />
        </span>
      </div>
      <Answered answer={answer} what="the stage">
        {(facts) =>
          facts ? (
            <>
              {named.length > 0 ? <StageInsights insights={named} /> : null}
              <Panel title="Facts" aside={<SqlBehind sql={stageFactsSql(stage)} what="the facts" />}>
                <StageFactsList facts={facts} />
              </Panel>
              {facts.executors ? (
                <>
                  <StageSpreadPanel stage={stage} />
                  <Panel title="What its tasks did with their time">
                    <PhaseBar stage={stage} />
                  </Panel>
                </>
              ) : (
                <p className="rounded border border-line bg-panel p-4 text-soft text-sm">
                  {facts.status === 'SKIPPED'
                    ? 'Spark skipped this stage: its output was there from an earlier job. So it has no tasks.'
                    : 'The log has no task of this stage.'}
                </p>
              )}
              {facts.tasks_failed + facts.tasks_killed > 0 || facts.failure_reason ? (
                <FailureList stage={stage} reason={facts.failure_reason} />
              ) : null}
              <OperatorList stage={stage} />
            </>
          ) : (
            <EmptyState
              title={`There is no stage ${id} in this run`}
              reason="The address may be of another run."
            >
              <Button onClick={() => goTo({ view: 'stages' })}>Show all stages</Button>
            </EmptyState>
          )
        }
      </Answered>
    </div>
  );
}

function StageInsights({ insights }: { readonly insights: readonly Insight[] }) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-panel">
      {insights.map(({ id, severity, title }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 px-4 py-2">
          <Severity level={severity} />
          <PlaceLink to={{ view: 'insights', insight: id }}>{title}</PlaceLink>
        </li>
      ))}
    </ul>
  );
}
