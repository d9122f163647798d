import type { Scenario } from './scenario.ts';
import type { Step } from './step.ts';

/** What a list of all scenarios shows of one, and what progress needs of it: plain data without prose of steps. */
export interface Outline extends Pick<Scenario, 'id' | 'title' | 'concepts' | 'minutes'> {
  readonly goal: string;
  readonly steps: readonly Pick<Step, 'id' | 'kind'>[];
}

export function outlineOf({ id, title, concepts, minutes, story, steps }: Scenario): Outline {
  return {
    ...{ id, title, concepts, minutes, goal: story.goal },
    steps: steps.map(({ id: step, kind }) => ({ id: step, kind })),
  };
}
