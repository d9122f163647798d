import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { predicted, simulated, total } from '#lib/learn/engine/readings.ts';

/** What of all executors' heaps is for execution and storage together. */
export const pool = (state: EngineState): number =>
  total('taskMemory')(state) * simulated(state).knobs.cores * simulated(state).knobs.executors;
export const heaps = (state: EngineState): number =>
  simulated(state).knobs.memoryBytes * simulated(state).knobs.executors;
export const frameBytes = (state: EngineState): number =>
  total('rows')(state) * simulated(state).knobs.rowBytes;
/** Columns of what is cached: those that come out of the operator below the cached rows. */
export function cachedColumns(state: EngineState): number {
  const { nodes, edges } = predicted(state).graph;
  const caches = new Set(nodes.flatMap(({ id, marks }) => (marks.includes('cache') ? [id] : [])));
  const below = new Set(edges.flatMap(({ from, to }) => (caches.has(to) && !caches.has(from) ? [from] : [])));
  return nodes.reduce((most, { id, columns }) => (below.has(id) ? Math.max(most, columns.length) : most), 0);
}

/** Nodes of the plans that read cached rows. */
export function cacheReads(state: EngineState): number {
  return predicted(state).graph.nodes.filter(({ marks }) => marks.includes('cache')).length;
}
