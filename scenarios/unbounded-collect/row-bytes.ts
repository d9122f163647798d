import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { simulated, total } from '#lib/learn/engine/readings.ts';

/** Bytes of all rows as Spark holds them; objects of Python take several times as much. */
export function rowBytes(state: EngineState): number {
  return total('rows')(state) * simulated(state).knobs.rowBytes;
}
