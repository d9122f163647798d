import type { Rdd } from '../rdd/rdd.ts';
import type { GraphBuilder, OpenBand } from './graph-builder.ts';
import type { Lane } from './lane.ts';
import type { GraphExchange, GraphNode } from './plan-graph.ts';

/** An action on an RDD: each RDD a node, and a shuffle where rows move by key. */
export function addRdd(builder: GraphBuilder, index: number, lane: Lane, rdd: Rdd): void {
  const band = builder.openBand(index);
  const walk = new RddWalk(builder, index);
  const last = walk.visit(rdd, band);
  const sink = builder.add({
    ...node(index, band),
    role: 'sink',
    ...lane.end,
    ats: [lane.at],
    partitions: rdd.partitions,
  });
  builder.connect(last, sink, 'narrow');
  builder.closeBand(band, rdd.partitions);
}

class RddWalk {
  private readonly builder: GraphBuilder;
  private readonly index: number;
  private readonly known = new Map<Rdd, string>();

  constructor(builder: GraphBuilder, index: number) {
    this.builder = builder;
    this.index = index;
  }

  visit(rdd: Rdd, band: OpenBand): string {
    const known = this.known.get(rdd);
    if (known !== undefined) return known;
    const id = this.builder.add({
      ...node(this.index, band),
      role: rdd.kind === 'source' || rdd.kind === 'plan' ? 'scan' : 'work',
      name: nameOf(rdd),
      detail: rdd.kind === 'source' ? (rdd.source ?? '') : '',
      ats: rdd.at === undefined ? [] : [rdd.at],
      partitions: rdd.partitions,
      // What an RDD holds are Python's objects; only the rows of a DataFrame are not, until they are asked for.
      marks: rdd.kind === 'narrow' || rdd.kind === 'shuffle' ? ['python'] : [],
    });
    this.known.set(rdd, id);
    if (rdd.kind === 'shuffle') {
      const behind = this.builder.openBand(this.index);
      const from = this.visit(rdd.parent, behind);
      this.builder.closeBand(behind, rdd.parent.partitions);
      this.builder.connect(from, id, 'shuffle', shuffleOf(rdd));
    }
    for (const parent of narrowParents(rdd)) this.builder.connect(this.visit(parent, band), id, 'narrow');
    return id;
  }
}

function node(
  lane: number,
  band: OpenBand,
): Pick<GraphNode, 'lane' | 'band' | 'bytes' | 'columns' | 'marks' | 'members'> {
  return { lane, band: band.id, bytes: undefined, columns: [], marks: [], members: [] };
}

function nameOf(rdd: Rdd): string {
  switch (rdd.kind) {
    case 'source':
    case 'narrow':
    case 'shuffle':
      return rdd.method;
    case 'plan':
      return 'rows of a DataFrame';
    default:
      return rdd.kind;
  }
}

function narrowParents(rdd: Rdd): readonly Rdd[] {
  if (rdd.kind === 'narrow') return [rdd.parent];
  return rdd.kind === 'union' || rdd.kind === 'cartesian' ? rdd.parents : [];
}

function shuffleOf(rdd: Extract<Rdd, { kind: 'shuffle' }>): GraphExchange {
  return {
    kind: rdd.method.startsWith('sort') ? 'range' : rdd.method === 'repartition' ? 'roundrobin' : 'hash',
    keys: [],
    numPartitions: rdd.partitions ?? 0,
    confidence: rdd.partitions === undefined ? 'low' : 'high',
    because: `${rdd.method}() needs ${rdd.method === 'repartition' ? 'its rows spread anew' : 'rows with equal keys together'}, and the rows of its parent do not lie so`,
    at: rdd.at,
    reused: false,
  };
}
