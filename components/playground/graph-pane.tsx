import { useMemo } from 'react';
import { GraphPanel } from '#components/graph/graph-panel.tsx';
import { laneHeading } from '#components/graph/lane-heading.ts';
import { Button } from '#components/ui/button.tsx';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';
import { chooseView, restart } from './session/playground-session.ts';
import type { PlaygroundState } from './session/playground-state.ts';
import type { Links } from './use-links.ts';

export interface GraphPaneProps {
  readonly state: PlaygroundState;
  readonly links: Pick<Links, 'stop' | 'onStop' | 'onEnter'>;
  /** Only the view that is shown, without the choice of another. */
  readonly hasOneView?: boolean;
}

const NOTHING: Pick<ProgramView, 'lanes' | 'places'> = { lanes: [], places: [] };

/** The graph, or why there is none; and whether it is of the text as it is. */
export function GraphPane({ state, links, hasOneView = false }: GraphPaneProps) {
  const { id, files, main, settings, view, shown, isStale, selection, out, failure } = state;
  const several = files.length > 1;
  const { lanes, places } = shown?.view ?? NOTHING;
  const headings = useMemo(
    () => lanes.map((lane) => laneHeading(lane, places, several)),
    [lanes, places, several],
  );
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      {failure === undefined ? null : (
        <div role="alert" className="flex items-center gap-3 border-line border-b p-3 text-sm">
          <p>{failure} Your text is still here.</p>
          <Button onClick={restart}>Start it again</Button>
        </div>
      )}
      {isStale ? (
        <p className="border-line border-b bg-tint px-3 py-1.5 text-sm">
          Part of the text is no Python at the moment. This is what the program did before; the part is
          underlined.
        </p>
      ) : null}
      <div className="min-h-0 flex-1">
        {shown ? (
          <GraphPanel
            key={id}
            graph={shown.graph}
            headings={headings}
            view={view}
            onView={hasOneView ? undefined : chooseView}
            place={selection.place}
            current={links.stop}
            onStop={links.onStop}
            onEnter={links.onEnter}
            program={main}
            spark={settings.spark}
            out={isStale ? undefined : out}
            isStale={isStale}
          />
        ) : (
          <p className="p-4 text-soft text-sm">Reading the program …</p>
        )}
      </div>
    </div>
  );
}
