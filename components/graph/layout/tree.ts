import { groupBy } from '#lib/base/group-by.ts';
import type { Point } from './laid-out.ts';
import type { Layered, Placed } from './layered.ts';

/** Boxes that all flow, by one way each, into a single last one: what most stages and most plans are. */
export function isTree({ boxes, edges }: Layered): boolean {
  const outputs = new Map<number, number>();
  for (const { from } of edges) outputs.set(from, (outputs.get(from) ?? 0) + 1);
  return (
    edges.length === boxes.length - 1 &&
    [...outputs.values()].every((count) => count === 1) &&
    reachesAll(edges, boxes.length)
  );
}

function reachesAll(edges: Layered['edges'], count: number): boolean {
  const inputs = groupBy(edges, ({ to }) => to);
  const froms = new Set(edges.map(({ from }) => from));
  let reached = 0;
  const todo = [...Array(count).keys()].filter((index) => !froms.has(index));
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    reached++;
    for (const { from } of inputs.get(at) ?? []) todo.push(from);
  }
  return reached === count;
}

/** A subtree with its own coordinates: its box is at the bottom, inputs above it from left to right. */
interface Shape {
  readonly width: number;
  readonly height: number;
  /** The middle of its last box. */
  readonly middle: number;
  write(left: number, bottom: number): void;
}

/** Inputs side by side in their order, each close above what reads it. */
export function placeTree({ boxes, edges, gap }: Layered): Placed {
  const inputs = groupBy(
    edges.map((edge, index) => ({ ...edge, index })),
    ({ to }) => to,
  );
  const at: Point[] = boxes.map(() => ({ x: 0, y: 0 }));
  const labels: (Point | undefined)[] = edges.map(() => undefined);
  const shapeOf = (index: number): Shape => {
    const box = boxes[index]!;
    const above = (inputs.get(index) ?? []).map((edge) => ({ edge, shape: shapeOf(edge.from) }));
    const widths = above.map(({ edge, shape }) => Math.max(shape.width, (edge.label?.width ?? 0) + 8));
    const row = widths.reduce((sum, width) => sum + width, 0) + gap.x * Math.max(0, above.length - 1);
    const lefts = widths.map((_, each) =>
      widths.slice(0, each).reduce((sum, width) => sum + width + gap.x, 0),
    );
    const insets = above.map(({ shape }, each) => (widths[each]! - shape.width) / 2);
    const middles = above.map(({ shape }, each) => lefts[each]! + insets[each]! + shape.middle);
    // What only passes by (a port is flat) does not pull its reader aside.
    const pulling = middles.filter((_, each) => boxes[above[each]!.edge.from]!.height > 1);
    const wanted = mean(pulling.length > 0 ? pulling : middles, row / 2);
    const shift = Math.max(0, box.width / 2 - wanted);
    const middle = wanted + shift;
    const labelRoom = Math.max(0, ...above.map(({ edge }) => (edge.label ? edge.label.height + gap.y : 0)));
    const step = above.length === 0 ? 0 : gap.y + labelRoom;
    return {
      width: Math.max(row + shift, middle + box.width / 2),
      height: box.height + step + Math.max(0, ...above.map(({ shape }) => shape.height)),
      middle,
      write(left, bottom) {
        at[index] = { x: left + middle - box.width / 2, y: bottom - box.height };
        const top = bottom - box.height - step;
        above.forEach(({ edge, shape }, each) => {
          shape.write(left + shift + lefts[each]! + insets[each]!, top);
          if (edge.label)
            labels[edge.index] = { x: left + shift + middles[each]!, y: top + gap.y + edge.label.height / 2 };
        });
      },
    };
  };
  const froms = new Set(edges.map(({ from }) => from));
  const root = shapeOf(boxes.findIndex((_, index) => !froms.has(index)));
  root.write(0, root.height);
  return { at, labels, width: root.width, height: root.height };
}

function mean(values: readonly number[], otherwise: number): number {
  const [first] = values;
  const last = values.at(-1);
  return first === undefined || last === undefined ? otherwise : (first + last) / 2;
}
