import { plural } from '#lib/base/format.ts';
import type { Target } from '../scenario/step.ts';
import type { EngineState } from './engine-state.ts';
import { measured, predicted } from './readings.ts';

/** The stages of a real run, to point at one of them. */
export function stageTargets(state: EngineState): readonly Target[] {
  return measured(state).stages.map(({ stage, num_tasks }) => ({
    id: stage,
    label: `Stage ${stage}: ${plural(num_tasks, 'task')}`,
  }));
}

/** The operators of a program's graph, to point at one of them. */
export function operatorTargets(state: EngineState): readonly Target[] {
  return predicted(state).graph.nodes.map(({ id, name, detail }) => ({
    id,
    label: `${name} ${detail}`.trim(),
  }));
}
