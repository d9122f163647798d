import { memo } from 'react';
import type { GraphEdge } from '#lib/plan/graph/plan-graph.ts';
import type { DrawnGraph } from '../layout/use-layout.ts';
import { useCanvas } from './canvas-state.ts';
import { edgePath } from './edge-path.ts';

/** All lines in one picture: narrow ones thin, shuffles double, broadcasts dotted, subqueries short-dashed. */
export const EdgeLayer = memo(function EdgeLayer({ graph, laid }: DrawnGraph) {
  const { current, linked } = useCanvas();
  return (
    <svg
      aria-hidden="true"
      width={laid.width}
      height={laid.height}
      className="pointer-events-none absolute top-0 left-0 overflow-visible"
    >
      <defs>
        <marker
          id="graph-tip"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M1 1l6 3-6 3" fill="none" stroke="context-stroke" strokeWidth="1.5" />
        </marker>
      </defs>
      {graph.edges.map((edge) => {
        const path = edgePath(laid.edges.get(edge.id) ?? NOWHERE);
        const bold = current === edge.id || linked.has(edge.id);
        return <Line key={edge.id} kind={edge.kind} path={path} bold={bold} />;
      })}
    </svg>
  );
});

const NOWHERE = { points: [], side: undefined };

const LOOKS: Readonly<Record<GraphEdge['kind'], string>> = {
  narrow: 'stroke-edge',
  shuffle: 'stroke-shuffle',
  broadcast: 'stroke-broadcast',
  side: 'stroke-sink',
};

const DASHES: Partial<Record<GraphEdge['kind'], string>> = { broadcast: '1 6', side: '4 4' };

interface LineProps {
  readonly kind: GraphEdge['kind'];
  readonly path: string;
  readonly bold: boolean;
}

function Line({ kind, path, bold }: LineProps) {
  const width = kind === 'shuffle' ? 6 : kind === 'broadcast' ? 3.5 : 1.5;
  return (
    <g fill="none" className={LOOKS[kind]}>
      {bold ? <path d={path} strokeWidth={width + 5} className="stroke-accent" opacity="0.45" /> : null}
      <path
        d={path}
        strokeWidth={width}
        strokeDasharray={DASHES[kind]}
        strokeLinecap={kind === 'broadcast' ? 'round' : 'butt'}
        markerEnd={kind === 'shuffle' ? undefined : 'url(#graph-tip)'}
      />
      {/* A lighter line inside makes two of it. */}
      {kind === 'shuffle' ? <path d={path} strokeWidth="2" className="stroke-panel" /> : null}
    </g>
  );
}
