import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { figure, simulated, total } from '../engine/readings.ts';
import type { Figure, FigureUnit } from './figure.ts';

/** Figures as most scenarios read them; `of` names the situation. */

/** A total of the simulator. */
export function totalOf(of: string, id: TotalId, unit: FigureUnit): Figure {
  return { of, unit, read: total(id) };
}

/** A knob as it is set. */
export function knobOf(of: string, id: keyof Knobs, unit: FigureUnit): Figure {
  return {
    of,
    unit,
    read: (state) => {
      const value = simulated(state).knobs[id];
      return typeof value === 'number' ? value : String(value);
    },
  };
}

/** The result of one of the scenario's queries, over the log of the situation. */
export function measuredOf(of: string, query: string, unit: FigureUnit): Figure {
  return { of, unit, read: figure(query) };
}

/** Anything else that an engine says. */
export function readOf(of: string, unit: FigureUnit, read: (state: EngineState) => number | string): Figure {
  return { of, unit, read };
}
