import type { Scenario } from '../scenario/scenario.ts';
import { engineProblems, type Look } from './engine-problems.ts';
import { shapeProblems } from './shape-problems.ts';

/** Everything that can be said against a scenario; an empty list lets it be published. */
export async function scenarioProblems(scenario: Scenario, look: Look): Promise<readonly string[]> {
  const shape = shapeProblems(scenario);
  // Names that lead nowhere would only be met again.
  if (shape.some((problem) => problem.includes('there is no'))) return shape;
  return [...shape, ...(await engineProblems(scenario, look))];
}
