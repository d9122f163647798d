import { exists } from '#lib/base/assert.ts';
import type { Question } from '#lib/learn/question/question.ts';
import { figuresIn } from '#lib/learn/scenario/prose.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { RecallStep } from '#lib/learn/scenario/step.ts';

/** The question of a scenario that comes back. */
export function recallStep({ id, steps }: Scenario): RecallStep {
  const step = steps.find((each): each is RecallStep => each.kind === 'recall');
  return exists(step, `a recall step of ${id}`);
}

/** Figures that are shown before an answer is committed. For most questions there is none, and no engine is needed. */
export function figuresBefore(question: Question): readonly string[] {
  return unique([...question.needs, ...[question.ask, ...labelsOf(question)].flatMap(figuresIn)]);
}

/** Figures that are shown with the outcome. */
export function figuresAfter({ question, reveal }: RecallStep): readonly string[] {
  const ranks = question.kind === 'order' ? question.items.map(({ by }) => by) : [];
  return unique([...figuresBefore(question), ...ranks, ...[reveal, ...saysOf(question)].flatMap(figuresIn)]);
}

function labelsOf(question: Question): readonly string[] {
  if (question.kind === 'pick') return question.options.map(({ label }) => label);
  return question.kind === 'order' ? question.items.map(({ label }) => label) : [];
}

function saysOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'slider':
      return question.beliefs.map(({ say }) => say);
    case 'pick':
      return question.options.map(({ say }) => say);
    default:
      return [question.say];
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
