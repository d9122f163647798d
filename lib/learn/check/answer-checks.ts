import type { EngineState } from '../engine/engine-state.ts';
import { figure, measured } from '../engine/readings.ts';
import type { Check } from './check.ts';

/** The first number of the first row that the learner's query gave. */
export function answered(state: EngineState): number | undefined {
  const [row] = measured(state).answer ?? [];
  return Object.values(row ?? {}).find((value) => typeof value === 'number');
}

/** The learner's query gives what one of the scenario's queries gives, whatever way it goes; shares may be in percent. */
export function answersLike(query: string, says: string, tolerance: number): Check {
  return {
    id: `answers-${query.toLowerCase()}`,
    says,
    holds: ({ now }) => {
      const [given, wanted] = [answered(now), figure(query)(now)];
      const isNear = (value: number) => Math.abs(value - wanted) <= Math.abs(wanted) * tolerance;
      return given !== undefined && (isNear(given) || isNear(given / 100));
    },
  };
}
