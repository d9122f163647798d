import { expect, it } from 'vitest';
import { SCENARIOS } from '#scenarios/registry.ts';
import { loadScenario, SCENARIO_IDS } from './load-scenario.ts';

it('every scenario can be loaded on its own, in the order in which they are offered', async () => {
  expect(await Promise.all(SCENARIO_IDS.map(loadScenario))).toEqual(SCENARIOS);
});
