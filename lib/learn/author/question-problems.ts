import { unreachable } from '#lib/base/assert.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { judge } from '../question/judge.ts';
import type { Question } from '../question/question.ts';
import type { Values } from '../scenario/figure.ts';

/** What is wrong with a question, given what the engines say: no answer, two answers, an answer out of range. */
export function questionProblems(
  question: Question,
  values: Values,
  states: Readonly<Record<string, EngineState>>,
): readonly string[] {
  switch (question.kind) {
    case 'slider': {
      const { truth, min, max, beliefs } = question;
      const value = values[truth];
      if (typeof value !== 'number' || value < min || value > max)
        return [`the answer ${String(value)} is not between ${min} and ${max}`];
      return beliefs.flatMap(({ answer, say }) => {
        const believed = Number(values[answer]);
        const { outcome, says } = judge(question, { kind: 'number', value: believed }, values, states);
        if (outcome === 'right') return [`the belief ${answer} is right: ${believed}`];
        return says === say ? [] : [`the belief ${answer} gets the message of another one`];
      });
    }
    case 'pick': {
      const so = question.options.filter(({ isSo }) => isSo(values));
      return [
        ...(so.length === 1 ? [] : [`${so.length} options are so: ${so.map(({ id }) => id).join(', ')}`]),
        ...(question.options.length >= 3 ? [] : ['has fewer than three options']),
      ];
    }
    case 'order': {
      const by = question.items.map((item) => values[item.by]);
      return new Set(by).size === by.length ? [] : [`two items have the same place: ${by.join(', ')}`];
    }
    case 'sketch': {
      const bars = question.read(states[question.of]!);
      return bars.length === question.bars && bars.some((bar) => bar > 0)
        ? []
        : [`reads ${bars.length} bars, not ${question.bars}, or only empty ones`];
    }
    default:
      return unreachable(question);
  }
}
