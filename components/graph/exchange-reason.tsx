import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { plural } from '#lib/base/format.ts';
import type { GraphExchange } from '#lib/plan/graph/plan-graph.ts';
import { skewText } from '#lib/plan/graph/skew-text.ts';

const KINDS: Readonly<Record<GraphExchange['kind'], string>> = {
  hash: 'Shuffle: each row goes to the partition that the hash of its keys names.',
  range: 'Shuffle: rows are sorted into ranges; a sample is read first to find the bounds.',
  single: 'Shuffle: all rows go into one partition, which one task works on.',
  roundrobin: 'Shuffle: rows are dealt out in turn.',
  broadcast: 'Broadcast: all rows are collected by the driver and sent to every executor.',
};

/** What moves, and the rule by which. */
export function ExchangeReason({ exchange }: { readonly exchange: GraphExchange }) {
  const { kind, keys, numPartitions, because, confidence, reused, skew } = exchange;
  return (
    <div className="grid justify-items-start gap-2 text-sm">
      <ProvenanceTag origin="predicted" />
      <p>{KINDS[kind]}</p>
      <p>
        <span className="font-medium">Because </span>
        {because}.
      </p>
      {skew === undefined ? null : (
        <p>
          <span className="font-medium">Skewed key: </span>
          {skewText(skew)}.
        </p>
      )}
      <p className="text-soft">
        {keys.length > 0 ? `Keys: ${keys.join(', ')}. ` : ''}
        {kind === 'broadcast' ? '' : `${plural(numPartitions, 'partition')}. `}
        {reused ? 'Its rows are there already: another part of the plan has moved them. ' : ''}
        Confidence: {confidence}.
      </p>
    </div>
  );
}
