import { expect, it } from 'vitest';
import type { EngineState } from './engine-state.ts';
import { operatorTargets, stageTargets } from './targets.ts';

it('names what can be pointed at as the pictures do', () => {
  const state = {
    measurement: { stages: [{ stage: '3.0', num_tasks: 200 }] },
    prediction: {
      graph: {
        nodes: [
          { id: 'a', name: 'Sort', detail: '' },
          { id: 'b', name: 'Scan', detail: 'orders' },
        ],
      },
    },
  } as unknown as EngineState;
  expect(stageTargets(state)).toEqual([{ id: '3.0', label: 'Stage 3.0: 200 tasks' }]);
  expect(operatorTargets(state).map(({ label }) => label)).toEqual(['Sort', 'Scan orders']);
});
