import { useMemo, useRef } from 'react';
import type { LaneHeading } from '../lane-heading.ts';
import type { Box } from '../layout/laid-out.ts';
import type { DrawnGraph } from '../layout/use-layout.ts';
import { BandNode, type BandNodeType } from './band-node.tsx';
import { LaneNode, type LaneNodeType } from './lane-node.tsx';
import { OperatorNode, type OperatorNodeType } from './operator-node.tsx';

export type FlowNode = OperatorNodeType | BandNodeType | LaneNodeType;

export const NODE_TYPES = { operator: OperatorNode, band: BandNode, lane: LaneNode };

/** The nodes of a graph; those that are what and where they were stay the same objects, which React Flow passes over. */
export function useFlowNodes(drawn: DrawnGraph, headings: readonly LaneHeading[]): FlowNode[] {
  const before = useRef<readonly FlowNode[]>([]);
  return useMemo(() => {
    const known = new Map(before.current.map((node) => [node.id, node]));
    const nodes = flowNodes(drawn, headings).map((node) => {
      const old = known.get(node.id);
      return old !== undefined && isSame(old, node) ? old : node;
    });
    before.current = nodes;
    return nodes;
  }, [drawn, headings]);
}

function isSame(a: FlowNode, b: FlowNode): boolean {
  const values = (node: FlowNode): readonly unknown[] => [
    ...Object.values(node.data),
    ...[node.position.x, node.position.y, node.width, node.height],
  ];
  const others = values(b);
  return a.type === b.type && values(a).every((value, index) => value === others[index]);
}

/** The graph as React Flow wants it: bands behind, operators before them. */
function flowNodes({ graph, laid }: DrawnGraph, headings: readonly LaneHeading[]): FlowNode[] {
  const still = { draggable: false, selectable: false, connectable: false, focusable: false } as const;
  return [
    ...[...laid.lanes].flatMap(([lane, box]): LaneNodeType[] => {
      const heading = headings[lane];
      return heading
        ? [{ id: `lane ${lane}`, type: 'lane', data: heading, ...boxed(box), ...still, zIndex: 0 }]
        : [];
    }),
    ...graph.bands.flatMap((band): BandNodeType[] => {
      const box = laid.bands.get(band.id);
      return box ? [{ id: band.id, type: 'band', data: { band }, ...boxed(box), ...still, zIndex: -1 }] : [];
    }),
    ...graph.nodes.flatMap((node): OperatorNodeType[] => {
      const box = laid.nodes.get(node.id);
      return box
        ? [{ id: node.id, type: 'operator', data: { node }, ...boxed(box), ...still, zIndex: 1 }]
        : [];
    }),
  ];
}

function boxed({ x, y, width, height }: Box) {
  return { position: { x, y }, width, height };
}
