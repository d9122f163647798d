import { exists } from '#lib/base/assert.ts';
import type { StageBand } from '#lib/plan/graph/plan-graph.ts';
import type { PipelineRun, PipelineStage, TotalId } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { CodeState, EngineState, Measurement } from './engine-state.ts';

/** Numbers that scenarios ask of an engine, by what they mean. Each throws where the engine was not asked. */

export function predicted({ prediction }: EngineState): CodeState {
  return exists(prediction, 'a prediction');
}

export function simulated({ simulation }: EngineState): PipelineRun {
  return exists(simulation, 'a simulation');
}

export function measured({ measurement }: EngineState): Measurement {
  return exists(measurement, 'a measured run');
}

/** A total of the simulator, in its unit. */
export function total(id: TotalId): (state: EngineState) => number {
  return (state) => simulated(state).totals[id].value;
}

/** The result of one of the scenario's queries. */
export function figure(name: string): (state: EngineState) => number {
  return (state) => Number(exists(measured(state).figures[name], `a number for ${name}`));
}

export function lastStage(state: EngineState): PipelineStage {
  return exists(simulated(state).stages.at(-1), 'a stage');
}

/** Largest and middle of some column of a stage's tasks. */
export function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, each) => Math.max(most, each), 0);
}

export function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Jobs of all actions, and of calls that run some although they are no action. */
export function jobs(state: EngineState): number {
  const { actions, eager } = predicted(state).prediction;
  return [...actions, ...eager].reduce((sum, each) => sum + each.jobs, 0);
}

/** Predicted stages of an action, first to last, with their tasks. */
export function stagesOf(state: EngineState, action = 0): readonly StageBand[] {
  return predicted(state).graph.bands.filter(({ lane }) => lane === action);
}

/** Tasks of the last predicted stage of an action: what writes, or what hands rows to the driver. */
export function lastTasks(state: EngineState, action = 0): number {
  return exists(stagesOf(state, action).at(-1)?.partitions, 'tasks of the last stage');
}

/** Shuffles that the plans of all actions ask for; broadcasts and reused ones are not among them. */
export function shuffles(state: EngineState): number {
  const { actions } = predicted(state).prediction;
  return actions
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ kind, reused }) => kind !== 'broadcast' && reused !== true).length;
}

/** How many operators of the plans have a name that fits. */
export function operators(state: EngineState, name: RegExp): number {
  return predicted(state).graph.nodes.filter((node) => name.test(node.name)).length;
}

export function hasFinding(state: EngineState, rule: string): boolean {
  return predicted(state).findings.some(({ name }) => name === rule);
}
