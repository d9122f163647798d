'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ChartFigure } from '#components/charts/chart-figure.tsx';
import { useActions } from '#components/shell/actions/use-actions.ts';
import { useStore } from '#components/shell/use-store.ts';
import { formatMs, plural } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';
import { coreUse } from '#lib/tables/queries/core-use.ts';
import type { ExecutorChangeRow } from '#lib/tables/queries/executor-changes.ts';
import { TIMELINE_SPANS_SQL, type TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { SqlBehind } from '../console/sql-behind.tsx';
import { goTo } from '../place/go-to.ts';
import { lentPlace } from '../place/lent-place.ts';
import { severityMarks } from './severity-marks.ts';
import { windowAround } from './time-window.ts';
import { timelineActions } from './timeline-actions.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { TimelineControls } from './timeline-controls.tsx';
import { timelineKey } from './timeline-keys.ts';
import { layoutTimeline } from './timeline-layout.ts';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useTimeWindow } from './use-time-window.ts';

export interface TimelinePanelProps {
  readonly spans: readonly TimelineSpanRow[];
  readonly changes: readonly ExecutorChangeRow[];
  readonly runMs: number;
  readonly insights: readonly Insight[];
}

const BINS = 400;
/** The strip of busy slots is asked for anew only when the part shown changed by as much. */
const GRAIN = 20;

export function TimelinePanel({ spans, changes, runMs, insights }: TimelinePanelProps) {
  const [window, setWindow] = useTimeWindow(runMs);
  const [chosen, setSelected] = useState<TimelineSpanRow>();
  const pointed = useStore(lentPlace)?.pointed;
  const layout = useMemo(() => layoutTimeline(spans), [spans]);
  const steps = useMemo(() => spans.filter(({ kind }) => kind !== 'gap'), [spans]);
  const selected = chosen ?? steps.find(({ kind, id }) => kind === 'stage' && id === pointed);
  const marked = useMemo(() => severityMarks(insights), [insights]);
  const grain = Math.max(1, (window.to - window.from) / GRAIN);
  const range = {
    fromMs: Math.max(0, Math.floor(window.from / grain) * grain),
    toMs: Math.min(runMs, Math.ceil(window.to / grain) * grain),
  };
  const cores = useAnswer(`core-use ${Math.floor(range.fromMs)} ${Math.ceil(range.toMs)}`, (query) =>
    coreUse(query, { bins: BINS, range }),
  );

  const state = useRef({ window, selected });
  state.current = { window, selected };
  const onKey = useCallback(
    (key: string) => {
      const next = timelineKey(key, state.current, { runMs, steps });
      if (!next) return false;
      setWindow(next.window);
      setSelected(next.selected);
      return true;
    },
    [runMs, steps, setWindow],
  );
  useActions(useMemo(() => timelineActions(onKey), [onKey]));

  const pick = (span: TimelineSpanRow) => {
    if (span.kind === 'stage') return goTo({ view: 'stages', stage: span.id });
    setSelected(span);
    setWindow(windowAround({ from: span.start_ms, to: span.end_ms }, runMs));
  };

  return (
    <div className="grid gap-3 rounded border border-line bg-panel p-4">
      <TimelineControls window={window} runMs={runMs} onChange={setWindow} />
      <ChartFigure
        name="timeline of jobs and stages"
        summary={summary(spans)}
        controls={<SqlBehind sql={TIMELINE_SPANS_SQL} what="the timeline" />}
        table={() => <TimelineTable spans={spans} window={window} onPick={pick} />}
      >
        <TimelineChart
          layout={layout}
          window={window}
          cores={cores.state === 'ready' ? cores.value : []}
          changes={changes}
          marked={marked}
          selected={selected}
          runMs={runMs}
          onWindow={setWindow}
          onSelect={setSelected}
          onPick={pick}
          onKey={onKey}
        />
      </ChartFigure>
      <TimelineLegend />
    </div>
  );
}

function summary(spans: readonly TimelineSpanRow[]): string {
  const of = (kind: TimelineSpanRow['kind']) => spans.filter((span) => span.kind === kind);
  const idle = of('gap').reduce((sum, { start_ms, end_ms }) => sum + end_ms - start_ms, 0);
  const gaps = idle > 0 ? `, ${formatMs(idle)} without a job` : '';
  return `${plural(of('job').length, 'job')} and ${plural(of('stage').length, 'stage')}${gaps}.`;
}
