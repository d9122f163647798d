import { graphlib, layout } from '@dagrejs/dagre';
import { groupBy } from '#lib/base/group-by.ts';
import type { Point } from './laid-out.ts';
import { isTree, placeTree } from './tree.ts';

/** Something to place: sizes in px, edges by the index of its boxes. */
export interface Layered {
  readonly boxes: readonly { readonly width: number; readonly height: number }[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly label?: { readonly width: number; readonly height: number };
  }[];
  readonly gap: { readonly x: number; readonly y: number };
}

export interface Placed {
  /** Top left corners. */
  readonly at: readonly Point[];
  /** Middles of the labels, by the index of the edges. */
  readonly labels: readonly (Point | undefined)[];
  readonly width: number;
  readonly height: number;
}

/** So many placements are kept: while somebody types, nearly all of a graph stays as it is. */
const KEPT = 2000;
const kept = new Map<string, Placed>();

/** Rows from top to bottom, inputs above their readers: trees by our own rule, all else by dagre. */
export function placeLayered(given: Layered): Placed {
  const key = JSON.stringify(given);
  const known = kept.get(key);
  if (known) return known;
  const placed = isTree(given) ? placeTree(given) : leftFirst(given, byDagre(given));
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, placed);
  return placed;
}

function byDagre({ boxes, edges, gap }: Layered): Placed {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: gap.x, ranksep: gap.y, edgesep: 16, ranker: 'tight-tree' });
  boxes.forEach(({ width, height }, index) => {
    graph.setNode(String(index), { width, height });
  });
  edges.forEach(({ from, to, label }, index) => {
    graph.setEdge(
      String(from),
      String(to),
      label ? { ...label, labelpos: 'c', labeloffset: 0 } : {},
      String(index),
    );
  });
  layout(graph);
  const at = boxes.map(({ width, height }, index): Point => {
    const { x, y } = graph.node(String(index)) as Point;
    return { x: x - width / 2, y: y - height / 2 };
  });
  const labels = edges.map(({ from, to, label }, index) => {
    if (!label) return undefined;
    const { x, y } = graph.edge(String(from), String(to), String(index)) as Point;
    return { x, y };
  });
  const right = Math.max(
    ...boxes.map(({ width }, index) => at[index]!.x + width),
    ...edges.map(({ label }, index) => (label ? labels[index]!.x + label.width / 2 : 0)),
  );
  const bottom = Math.max(...boxes.map(({ height }, index) => at[index]!.y + height));
  return { at, labels, width: right, height: bottom };
}

/** Of several inputs the first is to be left of the others; a layout in which most are not is seen in a mirror. */
function leftFirst({ boxes, edges }: Layered, placed: Placed): Placed {
  const middle = (index: number): number => placed.at[index]!.x + boxes[index]!.width / 2;
  let turned = 0;
  for (const inputs of groupBy(edges, ({ to }) => to).values()) {
    inputs.slice(1).forEach(({ from }, index) => {
      turned += Math.sign(middle(inputs[index]!.from) - middle(from));
    });
  }
  if (turned <= 0) return placed;
  const { width } = placed;
  return {
    ...placed,
    at: placed.at.map(({ x, y }, index) => ({ x: width - x - boxes[index]!.width, y })),
    labels: placed.labels.map((label) => label && { x: width - label.x, y: label.y }),
  };
}
