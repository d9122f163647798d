import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../scenarios/registry.ts';
import { originOf, originOfQuestion } from './origin.ts';
import { seededRandom } from './random.ts';

const scenario = (id: string) => SCENARIOS.find((each) => each.id === id)!;
const question = (id: string, step: string) => {
  const found = scenario(id).steps.find((each) => each.id === step);
  if (!found || !('question' in found)) throw new Error(`${step} asks nothing`);
  return originOfQuestion(found.question, scenario(id).figures);
};

describe('where a figure comes from', () => {
  it.each(SCENARIOS)('is known for every figure and question of $id', ({ figures, steps }) => {
    expect(Object.entries(figures).filter(([, figure]) => originOf(figure) === undefined)).toEqual([]);
    for (const step of steps) {
      const asked =
        step.kind === 'transfer'
          ? step.vary(seededRandom(1))
          : 'question' in step
            ? { ...step, figures }
            : undefined;
      if (asked) expect(originOfQuestion(asked.question, asked.figures)).toBeDefined();
    }
  });

  it('is the engine that is asked', () => {
    const { figures } = scenario('skewed-join');
    expect([originOf(figures.join!), originOf(figures.mostRows!), originOf(figures.longestMs!)]).toEqual([
      'predicted',
      'simulated',
      'measured',
    ]);
  });

  it('of a question is that of what it asks for', () => {
    expect(question('skewed-join', 'shape')).toBe('simulated');
    expect(question('skewed-join', 'more-partitions')).toBe('simulated');
    expect(question('python-udf', 'which-rows')).toBe('measured');
    expect(question('notebook-to-pipeline', 'how-many-jobs')).toBe('predicted');
  });
});
