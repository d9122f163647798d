import { type GraphIndex, isExchange, type Stop, stopId } from './graph-index.ts';
import type { Box, LaidOut, Point } from './layout/laid-out.ts';

/** Keys that move through the graph, and what they do, for the sheet and for help beside the canvas. */
export const GRAPH_KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '↓ ↑', does: 'along the rows: to what reads them, to where they come from' },
  { keys: '← →', does: 'to what stands beside' },
  { keys: '. ,', does: 'to the next and the one before' },
  { keys: 'n', does: 'to the next shuffle or broadcast' },
  { keys: 'Enter', does: 'to its place in the program' },
  { keys: 'Space', does: 'why this shuffle is there' },
  { keys: '+ − f', does: 'closer, farther, all of it' },
];

/** The stop that a key leads to; undefined when the key is none of the graph's, itself when there is nothing that way. */
export function nextStop(
  key: string,
  current: string | undefined,
  index: GraphIndex,
  laid: LaidOut,
): string | undefined {
  const order = stopsInOrder(index, laid);
  const stop = index.stop(current);
  if (!stop) return MOVES.has(key) ? (key === 'End' ? order.at(-1) : order[0]) : undefined;
  const id = stopId(stop);
  const at = order.indexOf(id);
  switch (key) {
    case 'ArrowDown':
      return down(stop, index) ?? id;
    case 'ArrowUp':
      return up(stop, index) ?? id;
    case 'ArrowLeft':
    case 'ArrowRight':
      return beside(id, key === 'ArrowLeft' ? -1 : 1, order, laid) ?? id;
    case '.':
      return order[at + 1] ?? id;
    case ',':
      return order[at - 1] ?? id;
    case 'n':
      return nextExchange(at, order, index) ?? id;
    case 'Home':
      return order[0];
    case 'End':
      return order.at(-1);
    default:
      return undefined;
  }
}

const MOVES = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', '.', ',', 'n', 'Home', 'End']);

/** Nodes and exchanges as they are read: action by action, from the top. */
function stopsInOrder({ graph }: GraphIndex, laid: LaidOut): readonly string[] {
  const lanes = [...laid.lanes.values()];
  const laneOf = ({ x, y }: Point): number =>
    lanes.findLastIndex((lane) => y >= lane.y && x >= lane.x - 1 && x <= lane.x + lane.width + 1);
  const ids = [...graph.nodes.map(({ id }) => id), ...graph.edges.filter(isExchange).map(({ id }) => id)];
  return ids
    .map((id) => ({ id, at: middleOf(id, laid) }))
    .map(({ id, at }) => ({ id, at, lane: laneOf(at) }))
    .toSorted((a, b) => a.lane - b.lane || a.at.y - b.at.y || a.at.x - b.at.x)
    .map(({ id }) => id);
}

function down(stop: Stop, index: GraphIndex): string | undefined {
  if (stop.kind === 'edge') return stop.edge.to;
  const [edge] = index.outputs(stop.node.id);
  return edge && (isExchange(edge) ? edge.id : edge.to);
}

function up(stop: Stop, index: GraphIndex): string | undefined {
  if (stop.kind === 'edge') return stop.edge.from;
  const [edge] = index.inputs(stop.node.id);
  return edge && (isExchange(edge) ? edge.id : edge.from);
}

/** The nearest to one side, among what is at about the same height. */
const ROW_PX = 60;

function beside(id: string, side: -1 | 1, order: readonly string[], laid: LaidOut): string | undefined {
  const here = middleOf(id, laid);
  let best: { readonly id: string; readonly far: number } | undefined;
  for (const other of order) {
    if (other === id) continue;
    const at = middleOf(other, laid);
    const across = (at.x - here.x) * side;
    if (across < 8 || Math.abs(at.y - here.y) > ROW_PX) continue;
    const far = across + 2 * Math.abs(at.y - here.y);
    if (!best || far < best.far) best = { id: other, far };
  }
  return best?.id;
}

function nextExchange(at: number, order: readonly string[], index: GraphIndex): string | undefined {
  const round = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return round.find((id) => index.stop(id)?.kind === 'edge');
}

export function middleOf(id: string, laid: LaidOut): Point {
  const box: Box | undefined = laid.nodes.get(id);
  if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const edge = laid.edges.get(id);
  return edge?.label ?? edge?.points[0] ?? { x: 0, y: 0 };
}
