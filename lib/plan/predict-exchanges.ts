import { expressionText } from './expression/text.ts';
import { knownSizeOf } from './graph/known-size.ts';
import { keySkew } from './physical/key-skew.ts';
import { type Partitioning, partitionsOf } from './physical/partitioning.ts';
import type { PhysicalPlan, ShuffleExchange } from './physical/physical-plan.ts';
import { childrenOf } from './physical/traverse.ts';
import type { PredictedExchange, PredictedJoin, PredictedSkew } from './prediction.ts';

/** An exchange or join with the operation in the program that it comes from. */
export type Located<T> = T & { readonly at: number | undefined };

const KINDS: Readonly<Record<Partitioning['kind'], PredictedExchange['kind']>> = {
  unknown: 'roundrobin',
  'round-robin': 'roundrobin',
  single: 'single',
  hash: 'hash',
  range: 'range',
  broadcast: 'broadcast',
  collection: 'hash',
};

/** The exchanges of a plan, parents first; those of cached plans and subqueries are theirs. */
export function exchangesOf(plan: PhysicalPlan, known: boolean): readonly Located<PredictedExchange>[] {
  const own = exchangeOf(plan, known);
  return [...(own ? [own] : []), ...childrenOf(plan).flatMap((child) => exchangesOf(child, known))];
}

function exchangeOf(plan: PhysicalPlan, known: boolean): Located<PredictedExchange> | undefined {
  if (plan.kind === 'ReusedExchange') {
    const exchange = exchangeOf(plan.exchange, known);
    return exchange && { ...exchange, at: plan.at, reused: true };
  }
  const confidence = known ? 'high' : 'medium';
  if (plan.kind === 'BroadcastExchange') {
    const keys = plan.keys.map(expressionText);
    return { at: plan.at, kind: 'broadcast', keys, numPartitions: 1, confidence, because: plan.because };
  }
  if (plan.kind !== 'ShuffleExchange') return undefined;
  const { partitioning } = plan;
  const keys =
    partitioning.kind === 'hash'
      ? partitioning.keys
      : partitioning.kind === 'range'
        ? partitioning.order
        : [];
  const skew = skewOf(plan);
  return {
    at: plan.at,
    kind: KINDS[partitioning.kind],
    keys: keys.map(expressionText),
    numPartitions: partitionsOf(partitioning),
    confidence,
    because: plan.because,
    ...(skew ? { skew } : {}),
  };
}

/** The most frequent value's rows are in one partition, with that partition's part of the others. */
function skewOf(exchange: ShuffleExchange): PredictedSkew | undefined {
  const told = keySkew(exchange);
  if (!told) return undefined;
  const bytes = knownSizeOf(exchange.child);
  if (bytes === undefined) return told;
  const others = (1 - told.share) / partitionsOf(exchange.partitioning);
  return { ...told, largestBytes: Math.round(bytes * (told.share + others)) };
}

export function joinsOf(plan: PhysicalPlan): readonly Located<PredictedJoin>[] {
  const below = childrenOf(plan).flatMap(joinsOf);
  if (plan.kind !== 'Join' && plan.kind !== 'Cross') return below;
  const { at, operator: type, buildSide, because } = plan;
  // Spark prints the column that says whether a row was met.
  const joinType = plan.joinType === 'ExistenceJoin' ? 'ExistenceJoin(exists)' : plan.joinType;
  return [{ at, type, joinType, buildSide, because }, ...below];
}
