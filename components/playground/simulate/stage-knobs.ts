import type { ExchangeEdge, GraphIndex } from '#components/graph/graph-index.ts';
import { broadcastThreshold, bytes, flag, isAdaptive } from '#lib/plan/conf.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { checkKnobs } from '#lib/simulator/pipeline/check-knobs.ts';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';

/**
 * The simulator's knobs as far as a predicted shuffle tells them: what reads it, its partitions, the sizes by Spark's
 * estimate, cluster and settings. What the simulator cannot take (a size out of its range) stays where it starts.
 */
export function stageKnobs(edge: ExchangeEdge, index: GraphIndex, settings: PlanSettings): Partial<Knobs> {
  const adaptive = 'spark.sql.adaptive';
  const { coalescePartitions, advisoryBytes, maxPartitionBytes, openCostBytes } = DEFAULT_KNOBS;
  const other = index.inputs(edge.to).find(({ id }) => id !== edge.id);
  const wanted: Partial<Knobs> = {
    spark: settings.spark,
    step: stepOf(index.node(edge.to)?.name ?? ''),
    shufflePartitions: edge.exchange.numPartitions,
    ...sized('dataBytes', index.node(edge.from)?.bytes),
    ...sized('otherBytes', other && index.node(other.from)?.bytes),
    ...hotKey(edge),
    ...cluster(settings.cores),
    adaptive: isAdaptive(settings),
    coalescePartitions: flag(settings, `${adaptive}.coalescePartitions.enabled`, coalescePartitions),
    advisoryBytes: bytes(settings, `${adaptive}.advisoryPartitionSizeInBytes`, advisoryBytes),
    maxPartitionBytes: bytes(settings, 'spark.sql.files.maxPartitionBytes', maxPartitionBytes),
    openCostBytes: bytes(settings, 'spark.sql.files.openCostInBytes', openCostBytes),
    broadcastThreshold: broadcastThreshold(settings),
    preferSortMergeJoin: flag(settings, 'spark.sql.join.preferSortMergeJoin', true),
  };
  const wrong = new Set<string>(checkKnobs({ ...DEFAULT_KNOBS, ...wanted }).map(({ id }) => id));
  return Object.fromEntries(Object.entries(wanted).filter(([id]) => !wrong.has(id)));
}

/** The simulator with these knobs: it reads them from the fragment, which is never sent. */
export function simulatorAddress(knobs: Partial<Knobs>): string {
  const params = new URLSearchParams(Object.entries(knobs).map(([id, value]) => [id, String(value)]));
  return `/simulator#${params}`;
}

function stepOf(reader: string): Knobs['step'] {
  if (reader.includes('Join')) return 'join';
  if (reader.includes('Aggregate')) return 'aggregate';
  return reader.startsWith('Sort') ? 'sort' : 'repartition';
}

/** A key of which somebody told that it is skewed; the simulator's own keys else. */
function hotKey({ exchange: { skew } }: ExchangeEdge): Partial<Knobs> {
  return skew ? { keyShape: 'hot', hotShare: skew.share } : {};
}

function sized(id: 'dataBytes' | 'otherBytes', value: number | undefined): Partial<Knobs> {
  return value === undefined ? {} : { [id]: value };
}

/** All cores as executors of equal size, near the four cores that many clusters give each. */
function cluster(all: number): Pick<Knobs, 'executors' | 'cores'> {
  const cores = [4, 5, 3, 2].find((each) => all % each === 0) ?? 1;
  return { executors: all / cores, cores };
}
