'use client';
import { clsx } from 'clsx';
import { Info } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo, useMemo, useRef, useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { Status } from '#components/ui/status.tsx';
import { useNarrow } from '#components/ui/use-narrow.ts';
import { COLLAPSE_ABOVE, collapseChains } from '#lib/plan/graph/collapse.ts';
import { GRAPH_VIEWS, type GraphView, type PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { type BroughtOut, dimmedStops } from './dimmed-stops.ts';
import { ExportMenu } from './export/export-menu.tsx';
import { findStops } from './find-stops.ts';
import { indexGraph, stopsAt } from './graph-index.ts';
import { GraphLegend } from './graph-legend.tsx';
import { tintOf } from './graph-tint.ts';
import { PAINTS, type Paint, stopText } from './graph-words.ts';
import type { LaneHeading } from './lane-heading.ts';
import { useAspect } from './layout/use-aspect.ts';
import { useLayout } from './layout/use-layout.ts';
import { GraphOutline } from './outline/graph-outline.tsx';

/** Drawn in the browser only: what the server renders may have no style attributes, and a drawing has many. */
const GraphCanvas = dynamic(() => import('./canvas/graph-canvas.tsx').then((module) => module.GraphCanvas), {
  ssr: false,
});

export interface GraphPanelProps {
  readonly graph: PlanGraph;
  readonly headings: readonly LaneHeading[];
  readonly view: GraphView;
  /** Left out where only this view is to be seen. */
  readonly onView?: ((view: GraphView) => void) | undefined;
  /** The place in the program that is selected. */
  readonly place: number | undefined;
  readonly current: string | undefined;
  readonly onStop: (stop: string) => void;
  /** Asks for the place of a stop in the program. */
  readonly onEnter: (stop: string) => void;
  readonly program: string;
  readonly spark: string;
  /** What is looked at: the rest is dimmed. */
  readonly out?: BroughtOut | undefined;
  /** Of an earlier text: the one now is broken. */
  readonly isStale: boolean;
}

type Form = 'graph' | 'outline';

const VIEW_LABELS: Readonly<Record<GraphView, string>> = {
  logical: 'Logical',
  physical: 'Physical',
  stages: 'Stages',
};
const PAINT_LABELS: Readonly<Record<Paint, string>> = { partitions: 'partitions', bytes: 'estimated bytes' };

/** Drawn anew only for another graph, selection or choice, not for every stroke in the editor. */
export const GraphPanel = memo(function GraphPanel(props: GraphPanelProps) {
  const { headings, view, place, current, onStop, onEnter, program, spark, out } = props;
  const narrow = useNarrow();
  const [chosen, setForm] = useState<Form>();
  const form = chosen ?? (narrow ? 'outline' : 'graph');
  const [paint, setPaint] = useState<Paint>('partitions');
  const [search, setSearch] = useState('');
  const [collapsed, setCollapsed] = useState<boolean>();
  const isCollapsed = collapsed ?? props.graph.nodes.length > COLLAPSE_ABOVE;
  const box = useRef<HTMLDivElement>(null);
  const aspect = useAspect(box);
  const graph = useMemo(
    () => (isCollapsed ? collapseChains(props.graph) : props.graph),
    [props.graph, isCollapsed],
  );
  const drawn = useLayout(graph, aspect);
  const shown = form === 'outline' ? graph : (drawn?.graph ?? graph);
  const index = useMemo(() => indexGraph(shown), [shown]);
  const linked = useMemo(() => new Set(place === undefined ? [] : stopsAt(shown, place)), [shown, place]);
  const dimmed = useMemo(() => dimmedStops(shown, out), [shown, out]);
  const found = useMemo(() => findStops(shown, search), [shown, search]);
  const tint = useMemo(() => tintOf(shown, paint), [shown, paint]);
  const state = useMemo(
    () => ({ paint, current, linked, found: new Set(found), dimmed, onStop, tint }),
    [paint, current, linked, found, dimmed, onStop, tint],
  );
  const stop = index.stop(current);
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
        {props.onView ? (
          <Segments
            label="What the graph shows"
            options={GRAPH_VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }))}
            value={view}
            onChange={props.onView}
          />
        ) : null}
        <Segments
          label="How the graph is shown"
          options={[
            { value: 'graph', label: 'Graph' },
            { value: 'outline', label: 'Outline' },
          ]}
          value={form}
          onChange={setForm}
        />
        <span className="ml-auto flex items-center">
          <Popover
            label="What the graph’s signs mean"
            trigger={(trigger) => <IconButton icon={Info} label="Legend and keys" {...trigger} />}
          >
            <GraphLegend />
          </Popover>
          {drawn ? (
            <ExportMenu
              index={index}
              laid={drawn.laid}
              headings={headings}
              paint={paint}
              program={program}
              spark={spark}
            />
          ) : null}
        </span>
        <span className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1.5">
          <SelectField
            label="Show"
            options={PAINTS.map((value) => ({ value, label: PAINT_LABELS[value] }))}
            value={paint}
            onChange={(value) => setPaint(PAINTS.find((each) => each === value) ?? 'partitions')}
            className="w-36"
          />
          <SearchField
            label="Search the graph"
            value={search}
            onChange={(text) => {
              setSearch(text);
              const [first] = findStops(shown, text);
              if (first !== undefined) onStop(first);
            }}
            className="w-36"
          />
          <label className="inline-flex items-center gap-1.5 text-sm">
            <input
              type="checkbox"
              checked={isCollapsed}
              onChange={(event) => setCollapsed(event.target.checked)}
            />
            Collapse chains
          </label>
        </span>
      </div>
      <Status hidden>
        {search !== '' ? `${found.length} found. ` : ''}
        {stop ? stopText(stop, index) : ''}
      </Status>
      <div ref={box} className={clsx('relative min-h-0 flex-1 overflow-auto', props.isStale && 'opacity-50')}>
        {form === 'outline' ? (
          <GraphOutline
            index={index}
            headings={headings}
            paint={paint}
            current={current}
            linked={linked}
            dimmed={dimmed}
            onStop={onStop}
            onEnter={onEnter}
          />
        ) : drawn ? (
          <GraphCanvas
            drawn={drawn}
            index={index}
            headings={headings}
            state={state}
            scene={`${program} ${view} ${isCollapsed}`}
            onEnter={onEnter}
          />
        ) : null}
      </div>
    </div>
  );
});
