import { groupBy } from '#lib/base/group-by.ts';
import {
  exchangeLabel,
  type GraphEdge,
  type GraphNode,
  type PlanGraph,
  type StageBand,
} from '#lib/plan/graph/plan-graph.ts';
import { type Box, chipWidth, type LaidEdge, type LaidOut, type Point, SIZES } from './laid-out.ts';
import { type Layered, placeLayered } from './layered.ts';
import { shelves } from './shelves.ts';

/** An action's part of the graph, or a connected part where actions share nodes. */
interface Part {
  readonly lane: number | undefined;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly bands: readonly StageBand[];
}

/** A stage with its operators placed inside; or a node that is in no stage. */
interface Block {
  readonly id: string;
  readonly band: StageBand | undefined;
  readonly width: number;
  readonly height: number;
  readonly inside: ReadonlyMap<string, Point>;
  /** The column of an edge that enters beside other operators, by its id. */
  readonly ports: ReadonlyMap<string, Point>;
}

const GAP = { inside: { x: 20, y: 18 }, blocks: { x: 36, y: 22 }, parts: 56 };

/**
 * Stage by stage: first the operators within each, then the stages of an action as boxes, then the actions beside each other
 * in rows about as wide as `aspect` (width by height) asks for. Never slow where stages are small, which they are.
 */
export function layoutGraph(graph: PlanGraph, aspect: number): LaidOut {
  const found: Found = { nodes: new Map(), bands: new Map(), lanes: new Map(), edges: new Map() };
  const parts = partsOf(graph).map((part) => new PlacedPart(part));
  const { at, width, height } = shelves(parts, GAP.parts, aspect);
  parts.forEach((part, index) => {
    part.write(at[index]!, found);
  });
  return { ...found, width, height };
}

interface Found {
  readonly nodes: Map<string, Box>;
  readonly bands: Map<string, Box>;
  readonly lanes: Map<number, Box>;
  readonly edges: Map<string, LaidEdge>;
}

class PlacedPart {
  readonly width: number;
  readonly height: number;
  private readonly part: Part;
  private readonly blocks: readonly Block[];
  private readonly at: readonly Point[];
  private readonly labels: ReadonlyMap<string, Point>;
  private readonly head: number;

  constructor(part: Part) {
    this.part = part;
    this.blocks = blocksOf(part);
    this.head = part.lane === undefined ? 0 : SIZES.laneHead;
    const blockOf = new Map(
      this.blocks.flatMap((block, index) =>
        [...block.inside.keys()].map((id): [string, number] => [id, index]),
      ),
    );
    const between = part.edges.filter(({ from, to }) => blockOf.get(from) !== blockOf.get(to));
    const placed = placeLayered({
      boxes: this.blocks.map(({ width, height }) => ({ width, height })),
      edges: between.map((edge) => ({
        from: blockOf.get(edge.from)!,
        to: blockOf.get(edge.to)!,
        ...(edge.exchange
          ? { label: { width: chipWidth(exchangeLabel(edge.exchange)), height: SIZES.chip.height } }
          : {}),
      })),
      gap: GAP.blocks,
    });
    this.at = placed.at;
    this.labels = new Map(
      between.flatMap(({ id }, index): readonly [string, Point][] => {
        const label = placed.labels[index];
        return label ? [[id, label]] : [];
      }),
    );
    this.width = Math.max(placed.width, part.lane === undefined ? 0 : SIZES.node.width + 2 * SIZES.bandPad);
    this.height = placed.height + this.head;
  }

  write(offset: Point, found: Found): void {
    const top = offset.y + this.head;
    const ports = new Map<string, Point>();
    if (this.part.lane !== undefined)
      found.lanes.set(this.part.lane, { ...offset, width: this.width, height: SIZES.laneHead });
    this.blocks.forEach(({ id, band, width, height, inside, ports: own }, index) => {
      const { x, y } = moved(this.at[index]!, offset.x, top);
      if (band) found.bands.set(id, { x, y, width, height });
      for (const [node, point] of inside) found.nodes.set(node, { ...moved(point, x, y), ...SIZES.node });
      for (const [edge, point] of own) ports.set(edge, { x: point.x + x, y });
    });
    for (const edge of this.part.edges) {
      const label = this.labels.get(edge.id);
      found.edges.set(
        edge.id,
        laidEdge(edge, label && moved(label, offset.x, top), ports.get(edge.id), found.nodes),
      );
    }
  }
}

function laidEdge(
  { from, to }: GraphEdge,
  label: Point | undefined,
  port: Point | undefined,
  nodes: ReadonlyMap<string, Box>,
): LaidEdge {
  const source = nodes.get(from)!;
  const target = nodes.get(to)!;
  const start = { x: source.x + source.width / 2, y: source.y + source.height };
  const way = [start, ...(label ? [label] : [])];
  if (!port)
    return { points: [...way, { x: target.x + target.width / 2, y: target.y }], label, side: undefined };
  // Past what stands above its target, then into its side.
  const middle = target.y + target.height / 2;
  const side = { x: port.x < target.x ? target.x : target.x + target.width, y: middle };
  return { points: [...way, port, { x: port.x, y: middle - 12 }], label, side };
}

function blocksOf({ nodes, edges, bands }: Part): readonly Block[] {
  const byBand = groupBy(nodes, ({ band }) => band);
  const loose = (byBand.get(undefined) ?? []).map(
    ({ id }): Block => ({
      id,
      band: undefined,
      ...SIZES.node,
      inside: new Map([[id, { x: 0, y: 0 }]]),
      ports: new Map(),
    }),
  );
  return [...bands.map((band) => bandBlock(band, byBand.get(band.id) ?? [], edges)), ...loose];
}

/** An edge that enters beside other operators gets a column of its own, down to its target. */
const PORT = { width: 28, height: 1 };

function bandBlock(band: StageBand, members: readonly GraphNode[], all: readonly GraphEdge[]): Block {
  const index = new Map(members.map(({ id }, at) => [id, at]));
  const hasInput = new Set(
    all.filter(({ from, to }) => index.has(from) && index.has(to)).map(({ to }) => to),
  );
  const entering: GraphEdge[] = [];
  // In the order of the inputs: what comes from the left is drawn on the left.
  const edges = all.flatMap((edge) => {
    const [source, target] = [index.get(edge.from), index.get(edge.to)];
    if (target === undefined) return [];
    if (source !== undefined) return [{ from: source, to: target }];
    if (!hasInput.has(edge.to)) return [];
    entering.push(edge);
    return [{ from: members.length + entering.length - 1, to: target }];
  });
  const given: Layered = {
    boxes: [...members.map(() => SIZES.node), ...entering.map(() => PORT)],
    edges,
    gap: GAP.inside,
  };
  const { at, width, height } = placeLayered(given);
  const inset = (point: Point): Point => moved(point, SIZES.bandPad, SIZES.bandHead + 4);
  return {
    id: band.id,
    band,
    width: width + 2 * SIZES.bandPad,
    height: height + SIZES.bandHead + SIZES.bandPad + 4,
    inside: new Map(members.map(({ id }, each) => [id, inset(at[each]!)])),
    ports: new Map(
      entering.map(({ id }, each) => [id, moved(inset(at[members.length + each]!), PORT.width / 2, 0)]),
    ),
  };
}

function partsOf({ nodes, edges, bands }: PlanGraph): readonly Part[] {
  const partOf = connectedParts(nodes, edges);
  const nodesOf = groupBy(nodes, ({ id }) => partOf.get(id));
  const edgesOf = groupBy(edges, ({ from }) => partOf.get(from));
  const bandsOf = groupBy(bands, ({ lane }) => lane);
  return [...nodesOf].map(([part, members]): Part => {
    const lane = members[0]?.lane;
    return {
      lane,
      nodes: members,
      edges: edgesOf.get(part) ?? [],
      bands: lane === undefined ? [] : (bandsOf.get(lane) ?? []),
    };
  });
}

/** Nodes of one action belong together; where actions share nodes, all that is connected does. */
function connectedParts(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): ReadonlyMap<string, string> {
  const parent = new Map(nodes.map(({ id, lane }) => [id, lane === undefined ? id : `lane ${lane}`]));
  const find = (id: string): string => {
    let at = id;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { from, to } of edges) {
    const [a, b] = [find(from), find(to)];
    if (a !== b) parent.set(a, b);
  }
  return new Map(nodes.map(({ id }) => [id, find(id)]));
}

function moved({ x, y }: Point, dx: number, dy: number): Point {
  return { x: x + dx, y: y + dy };
}
