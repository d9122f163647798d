import type { GraphEdge, GraphNode, GraphView, PlanGraph, StageBand } from './plan-graph.ts';

/** A band while it is being filled. */
export interface OpenBand {
  readonly id: string;
  readonly lane: number;
  partitions: number | undefined;
  number: number;
}

/** Nodes, edges and bands while plans are walked. Bands are numbered when they are closed: inputs before their readers. */
export class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly edges: GraphEdge[] = [];
  private readonly bands: OpenBand[] = [];
  private readonly closed = new Map<number, number>();
  private readonly counts = new Map<string, number>();

  add(node: Omit<GraphNode, 'id'>): string {
    const id = this.newId(node.lane === undefined ? 'n' : `n${node.lane}`);
    this.nodes.push({ id, ...node });
    return id;
  }

  connect(from: string, to: string, kind: GraphEdge['kind'], exchange?: GraphEdge['exchange']): void {
    const id = this.newId(`${from}-${to}`);
    this.edges.push({ id, from, to, kind, ...(exchange ? { exchange } : {}) });
  }

  openBand(lane: number): OpenBand {
    const band: OpenBand = { id: this.newId(`b${lane}`), lane, partitions: undefined, number: 0 };
    this.bands.push(band);
    return band;
  }

  closeBand(band: OpenBand, partitions: number | undefined): void {
    const number = (this.closed.get(band.lane) ?? 0) + 1;
    this.closed.set(band.lane, number);
    band.number = number;
    band.partitions = partitions;
  }

  build(view: GraphView): PlanGraph {
    const bands = this.bands
      .map(({ id, lane, number, partitions }): StageBand => ({ id, lane, number, partitions }))
      .toSorted((a, b) => a.lane - b.lane || a.number - b.number);
    return { view, nodes: this.nodes, edges: this.edges, bands };
  }

  private newId(prefix: string): string {
    const count = this.counts.get(prefix) ?? 0;
    this.counts.set(prefix, count + 1);
    return `${prefix}.${count}`;
  }
}
