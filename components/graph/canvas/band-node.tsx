import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { plural } from '#lib/base/format.ts';
import type { StageBand } from '#lib/plan/graph/plan-graph.ts';

export type BandNodeType = Node<{ readonly band: StageBand }, 'band'>;

/** The tasks of a stage run all that is inside. */
export const BandNode = memo(function BandNode({ data: { band } }: NodeProps<BandNodeType>) {
  return (
    <div className="size-full rounded border border-line bg-sunken">
      {/* At both ends, since lines come in between. */}
      <p className="flex justify-between px-3 pt-1.5 text-soft text-xs">
        <span>Stage {band.number}</span>
        {band.partitions === undefined ? null : <span>{plural(band.partitions, 'partition')}</span>}
      </p>
    </div>
  );
});
