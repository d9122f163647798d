import Link from 'next/link';
import type { ExchangeEdge, GraphIndex } from '#components/graph/graph-index.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { simulatorAddress, stageKnobs } from './stage-knobs.ts';

export interface SimulateLinkProps {
  readonly edge: ExchangeEdge;
  readonly index: GraphIndex;
  readonly settings: PlanSettings;
}

/** Hands a shuffle to the simulator. The way back is the browser's: the program stays in this tab. */
export function SimulateLink({ edge, index, settings }: SimulateLinkProps) {
  if (edge.kind !== 'shuffle' || edge.exchange.numPartitions < 1) return null;
  const knobs = stageKnobs(edge, index, settings);
  return (
    <div className="mt-3 grid gap-1 text-sm">
      <Link
        href={simulatorAddress(knobs)}
        prefetch={false}
        className="min-h-6 w-fit rounded text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
      >
        Simulate this stage
      </Link>
      <p className="text-soft">
        {knobs.dataBytes === undefined
          ? 'No size is known here: the simulator starts from its own. Tell the sizes of sources under Context.'
          : 'With the sizes that Spark estimates, the partitions, the cores and the settings of this program.'}
        {edge.exchange.skew ? ' One key is hot there as it is here.' : null}
      </p>
    </div>
  );
}
