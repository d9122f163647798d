import { SCENARIOS } from '#scenarios/registry.ts';

/** What comes after a scenario. */
export interface NextScenario {
  readonly id: string;
  readonly title: string;
}

/** What the server says of a scenario; the scenario itself is loaded in the browser. */
export interface ScenarioPage {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly goal: string;
  readonly next: NextScenario | undefined;
}

/** In the order in which they are offered. */
export const SCENARIO_PAGES: readonly ScenarioPage[] = SCENARIOS.map(({ id, title, minutes, story }, i) => {
  const next = SCENARIOS[i + 1];
  return { id, title, minutes, goal: story.goal, next: next && { id: next.id, title: next.title } };
});

export function scenarioPage(id: string): ScenarioPage | undefined {
  return SCENARIO_PAGES.find((page) => page.id === id);
}
