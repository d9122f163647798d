import { formatBytes, plural } from '#lib/base/format.ts';
import { exchangeLabel, type GraphNode, type StageBand } from '#lib/plan/graph/plan-graph.ts';
import { skewText } from '#lib/plan/graph/skew-text.ts';
import type { GraphIndex, Stop } from './graph-index.ts';

/** What nodes are painted by, and the one number that they show. */
export const PAINTS = ['partitions', 'bytes'] as const;
export type Paint = (typeof PAINTS)[number];

export function numberOf(node: GraphNode, paint: Paint): string | undefined {
  if (paint === 'partitions') return node.partitions === undefined ? undefined : String(node.partitions);
  return node.bytes === undefined ? 'size ?' : formatBytes(node.bytes);
}

export function bandText(band: StageBand): string {
  const stage = `Stage ${band.number}`;
  return band.partitions === undefined ? stage : `${stage} · ${plural(band.partitions, 'partition')}`;
}

const MARKS = { cache: 'from memory once cached', python: 'in Python processes' } as const;

export function markText(mark: GraphNode['marks'][number]): string {
  return MARKS[mark];
}

/** A stop in one sentence, as it is read out. */
export function stopText(stop: Stop, index: GraphIndex): string {
  if (stop.kind === 'edge') {
    const { exchange, kind } = stop.edge;
    const reused = exchange.reused ? ', reused' : '';
    const skew = exchange.skew ? `. Skewed key: ${skewText(exchange.skew)}` : '';
    return `${kind} ${exchangeLabel(exchange)}${reused}, from ${nameOf(stop.edge.from, index)} to ${nameOf(stop.edge.to, index)}. ${exchange.because}${skew}`;
  }
  const { node } = stop;
  const band = index.band(node.band);
  const parts = [
    node.detail === '' ? node.name : `${node.name}: ${node.detail}`,
    ...(band ? [bandText(band)] : []),
    ...node.marks.map(markText),
  ];
  return parts.join(', ');
}

function nameOf(id: string, index: GraphIndex): string {
  return index.node(id)?.name ?? 'nothing';
}
