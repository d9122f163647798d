import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { Paint } from './graph-words.ts';

/** How large each node's number is beside the largest, 0 to 1, by orders of magnitude. */
export function tintOf({ nodes }: PlanGraph, paint: Paint): ReadonlyMap<string, number> {
  const values = nodes.flatMap((node): readonly (readonly [string, number])[] => {
    const value = node[paint];
    return value === undefined || value <= 1 ? [] : [[node.id, Math.log(value)]];
  });
  const largest = Math.max(...values.map(([, value]) => value), 0);
  const smallest = Math.min(...values.map(([, value]) => value), largest);
  // Where all are alike there is nothing to tell apart.
  if (largest === smallest) return new Map();
  return new Map(values.map(([id, value]) => [id, (value - smallest) / (largest - smallest)]));
}
