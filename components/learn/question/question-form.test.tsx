import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/learn/question/question.ts';
import type { Figure, Values } from '#lib/learn/scenario/figure.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { QuestionForm } from './question-form.tsx';

interface Asked {
  readonly question: Question;
  readonly figures: Readonly<Record<string, Figure>>;
}

const asked = SCENARIOS.flatMap(({ id, steps, figures }) =>
  steps.flatMap((step): readonly (readonly [string, Asked])[] => {
    if (step.kind === 'transfer') return [[`${id}, ${step.id}`, step.vary(seededRandom(1))]];
    return 'question' in step ? [[`${id}, ${step.id}`, { question: step.question, figures }]] : [];
  }),
);
const rendered = ({ question, figures }: Asked, values: Values) =>
  renderToStaticMarkup(
    <QuestionForm question={question} figures={figures} values={values} onCommit={() => undefined} />,
  );

describe('a question', () => {
  it.each(asked)('of %s can be asked before the engines have told its numbers', (_, each) => {
    const html = rendered(each, {});
    expect(html).not.toMatch(/[{}]|undefined|NaN/);
    expect(html.match(/<dd[^>]*>…<\/dd>/g)?.length ?? 0).toBe(each.question.needs.length);
  });

  it.each(asked)('of %s says what one knows, in words and numbers, once they are told', (_, each) => {
    const values = Object.fromEntries(Object.keys(each.figures).map((name) => [name, 3]));
    const html = rendered(each, values);
    expect(html).not.toMatch(/[{}]|undefined|NaN|…<\/dd>/);
    expect(html).toContain('No idea');
  });
});
