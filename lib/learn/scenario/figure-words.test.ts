import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../scenarios/registry.ts';
import { FIGURE_WORDS, namedFigures } from './figure-words.ts';
import { figuresIn } from './prose.ts';
import { seededRandom } from './random.ts';
import type { Step } from './step.ts';

/** What a step shows in its words, and what its question needs. */
function namesOf(step: Step): readonly string[] {
  const words = step.kind === 'transfer' ? step.vary(seededRandom(1)) : step;
  const texts = [step.prose, 'story' in words ? words.story : '', 'reveal' in words ? words.reveal : ''];
  return [...texts.flatMap(figuresIn), ...('question' in words ? words.question.needs : [])];
}

describe('the words for figures', () => {
  it.each(SCENARIOS)('are there for all numbers that the steps of $id show or need', ({ steps, figures }) => {
    const isText = (name: string) => figures[name]?.unit === 'text';
    const needs = steps.flatMap((step) => ('question' in step ? step.question.needs : []));
    const shown = steps.flatMap(namesOf).filter((name) => figures[name] && !isText(name));
    expect([...needs, ...shown].filter((name) => FIGURE_WORDS[name] === undefined)).toEqual([]);
  });

  it('come with those numbers only that are known', () => {
    const figure = { of: 'start', unit: 'count', read: () => 0 } as const;
    const named = namedFigures(
      ['slots', 'rows', 'slots', 'nothing'],
      { slots: figure, rows: figure },
      { slots: 8 },
    );
    expect(named.map(({ label, value }) => [label, value])).toEqual([['slots', 8]]);
  });
});
