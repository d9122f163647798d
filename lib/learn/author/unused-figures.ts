import type { Values } from '../scenario/figure.ts';
import { figuresIn } from '../scenario/prose.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step } from '../scenario/step.ts';
import { proseOf } from './prose-of.ts';
import { figuresOf } from './shape-problems.ts';

/** Figures that no text shows and no question or comparison uses. */
export function unusedFigures(scenario: Scenario, values: Values): readonly string[] {
  const used = new Set([
    ...proseOf(scenario).flatMap(({ text }) => figuresIn(text)),
    ...scenario.steps.flatMap((step) => usedIn(step, values)),
  ]);
  return Object.keys(scenario.figures).filter((name) => !used.has(name));
}

function usedIn(step: Step, values: Values): readonly string[] {
  if (step.kind === 'verify')
    return [
      ...step.compare.flatMap(({ before, after }) => [before, after]),
      ...step.agree.flatMap(({ predicted, simulated, measured }) =>
        [predicted, simulated, measured].flatMap((name) => name ?? []),
      ),
    ];
  if (step.kind !== 'predict' && step.kind !== 'recall') return [];
  return [...figuresOf(step.question), ...askedFor(step.question, values)];
}

/** Figures that the options of a pick look at. */
function askedFor(
  question: Extract<Step, { kind: 'predict' }>['question'],
  values: Values,
): readonly string[] {
  if (question.kind !== 'pick') return [];
  const names: string[] = [];
  const watched = new Proxy(values, {
    get: (target, name) => {
      names.push(String(name));
      return target[String(name)];
    },
  });
  for (const { isSo } of question.options) isSo(watched);
  return names;
}
