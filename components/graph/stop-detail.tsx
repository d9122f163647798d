import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { formatBytes, plural } from '#lib/base/format.ts';
import { exchangeLabel, type GraphNode } from '#lib/plan/graph/plan-graph.ts';
import { skewText } from '#lib/plan/graph/skew-text.ts';
import type { PredictedSkew } from '#lib/plan/prediction.ts';
import { ExchangeReason } from './exchange-reason.tsx';
import type { GraphIndex, Stop } from './graph-index.ts';
import { bandText, markText } from './graph-words.ts';

export interface StopDetailProps {
  readonly stop: Stop;
  readonly index: GraphIndex;
}

/** All that is known of an operator, or of a shuffle. */
export function StopDetail({ stop, index }: StopDetailProps) {
  if (stop.kind === 'node') return <NodeDetail node={stop.node} index={index} />;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold text-sm">
        {stop.edge.kind} {exchangeLabel(stop.edge.exchange)}
      </h3>
      <ExchangeReason exchange={stop.edge.exchange} />
    </div>
  );
}

function NodeDetail({ node, index }: { readonly node: GraphNode; readonly index: GraphIndex }) {
  const band = index.band(node.band);
  const facts: readonly (readonly [string, string])[] = [
    ...(band ? [['Runs in', bandText(band)] as const] : []),
    ...(node.partitions === undefined
      ? []
      : [['Spread over', plural(node.partitions, 'partition')] as const]),
    [
      'Size by Spark’s rule',
      node.bytes === undefined ? 'rests on a source of unknown size' : formatBytes(node.bytes),
    ],
    ...skewsInto(node.id, index).map((skew) => ['Skewed key', skewText(skew)] as const),
    ...node.marks.map((mark) => ['Rows', markText(mark)] as const),
    ...(node.members.length > 1 ? [['Holds', node.members.join(' → ')] as const] : []),
  ];
  return (
    <div className="grid gap-2 text-sm">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold text-sm">
        {node.name} <ProvenanceTag origin="predicted" />
      </h3>
      {node.detail === '' ? null : <p className="break-words font-mono text-xs">{node.detail}</p>}
      {node.because === undefined ? null : (
        <p>
          <span className="font-medium">Because </span>
          {node.because}.
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {node.columns.length === 0 ? null : (
        <SimpleTable
          caption={`Columns that come out of ${node.name}`}
          columns={[{ header: 'Column' }, { header: 'Type' }]}
          rows={node.columns.map(({ name, type }) => [name, type])}
          className="max-h-64"
        />
      )}
    </div>
  );
}

/** Keys by which rows come to an operator, sorted on the way or not. */
function skewsInto(id: string, index: GraphIndex): readonly PredictedSkew[] {
  return index.inputs(id).flatMap(({ from, exchange }) => {
    if (exchange) return exchange.skew ?? [];
    return index.node(from)?.name === 'Sort' ? skewsInto(from, index) : [];
  });
}
