'use client';
import '@xyflow/react/dist/base.css';
import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type GraphIndex, isExchange } from '../graph-index.ts';
import { middleOf, nextStop } from '../graph-keys.ts';
import type { LaneHeading } from '../lane-heading.ts';
import type { DrawnGraph } from '../layout/use-layout.ts';
import { CanvasContext, type CanvasState } from './canvas-state.ts';
import { EdgeLayer } from './edge-layer.tsx';
import { ExchangeChip } from './exchange-chip.tsx';
import { type FlowNode, NODE_TYPES, useFlowNodes } from './use-flow-nodes.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

export interface GraphCanvasProps {
  readonly drawn: DrawnGraph;
  readonly index: GraphIndex;
  readonly headings: readonly LaneHeading[];
  readonly state: CanvasState;
  /** Changes when another program or view is shown: then the drawing is seen from its beginning again. */
  readonly scene: string;
  readonly onEnter: (stop: string) => void;
}

export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <CanvasContext value={props.state}>
      <ReactFlowProvider>
        <Canvas {...props} />
      </ReactFlowProvider>
    </CanvasContext>
  );
}

/** From that many nodes on only those in view are in the page. */
const RENDER_ALL_BELOW = 150;
const NO_EDGES: never[] = [];

function Canvas({ drawn, index, headings, state, scene, onEnter }: GraphCanvasProps) {
  const { current, onStop } = state;
  const box = useRef<HTMLDivElement>(null);
  const nodes = useFlowNodes(drawn, headings);
  const flow = useReactFlow<FlowNode>();
  useFirstView(drawn, scene);
  usePaintedMark(drawn);
  useKeepInView(drawn, current);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
    const handled = onKey(event.key);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onKey = (key: string): boolean => {
    if (key === 'Enter' && current !== undefined) onEnter(current);
    else if (key === ' ' && current !== undefined)
      box.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(current)}"]`)?.click();
    else if (key === '+') void flow.zoomIn();
    else if (key === '-') void flow.zoomOut();
    else if (key === 'f') void flow.fitView({ padding: 0.05 });
    else {
      const next = nextStop(key, current, index, drawn.laid);
      if (next === undefined) return false;
      onStop(next);
    }
    return true;
  };

  return (
    <div className="relative size-full">
      {/* One tab stop; arrow keys go along the edges, as the graph's label says. */}
      <ReactFlow<FlowNode>
        ref={box}
        tabIndex={0}
        aria-label="Graph. Arrow keys go along the rows, Enter to the code. The outline is the same as a list."
        onKeyDown={onKeyDown}
        className="-outline-offset-2 [&_.react-flow\_\_attribution]:bg-transparent! [&_.react-flow\_\_attribution_a]:text-faint!"
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        panActivationKeyCode={null}
        minZoom={0.08}
        maxZoom={2}
        onlyRenderVisibleElements={nodes.length > RENDER_ALL_BELOW}
        onNodeClick={(_, node) => {
          if (node.type === 'operator') onStop(node.id);
        }}
        onNodeDoubleClick={(_, node) => {
          if (node.type === 'operator') onEnter(node.id);
        }}
      >
        <ViewportPortal>
          <EdgeLayer {...drawn} />
          {drawn.graph.edges.filter(isExchange).map((edge) => {
            const at = drawn.laid.edges.get(edge.id)?.label;
            return at ? <ExchangeChip key={edge.id} edge={edge} {...at} /> : null;
          })}
        </ViewportPortal>
        {nodes.length > 24 ? (
          <MiniMap
            pannable
            ariaLabel="Overview of the graph"
            className="max-md:hidden"
            bgColor="var(--panel)"
            maskColor="color-mix(in srgb, var(--sunken) 70%, transparent)"
            nodeColor={(node) => (node.type === 'operator' ? 'var(--edge)' : 'transparent')}
            nodeStrokeColor={(node) => (node.type === 'band' ? 'var(--line)' : 'transparent')}
            nodeStrokeWidth={6}
            style={{ width: 112, height: 76 }}
          />
        ) : null}
      </ReactFlow>
      <ZoomButtons />
    </div>
  );
}

/** For whoever measures: the frame after the one in which a graph was put in. */
function usePaintedMark(drawn: DrawnGraph) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every graph is marked
  useEffect(() => {
    const frame = requestAnimationFrame(() => performance.mark('shufflescope:graph-painted'));
    return () => cancelAnimationFrame(frame);
  }, [drawn]);
}

const READABLE = 0.62;

/** Seen at first: as much as can be read, from the top. */
function useFirstView({ laid }: DrawnGraph, scene: string) {
  const flow = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (width === 0 || shown.current === scene || laid.width === 0) return;
    shown.current = scene;
    const pad = 20;
    const whole = Math.min((width - 2 * pad) / laid.width, (height - 2 * pad) / laid.height);
    const zoom = Math.min(1, Math.max(whole, READABLE));
    const x = Math.max(pad, (width - laid.width * zoom) / 2);
    void flow.setViewport({ x, y: pad, zoom });
  }, [laid, scene, width, height, flow]);
}

/** What the keyboard or the code leads to comes into view. */
function useKeepInView({ laid }: DrawnGraph, current: string | undefined) {
  const flow = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  useEffect(() => {
    if (current === undefined || width === 0) return;
    const at = middleOf(current, laid);
    const { x, y, zoom } = flow.getViewport();
    const [left, top] = [at.x * zoom + x, at.y * zoom + y];
    const edge = 40;
    if (left > edge && left < width - edge && top > edge && top < height - edge) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void flow.setCenter(at.x, at.y, { zoom: Math.max(zoom, READABLE), duration: still ? 0 : 160 });
  }, [current, laid, width, height, flow]);
}
