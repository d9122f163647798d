import { describe, expect, it } from 'vitest';
import type { Workspace } from '#lib/learn/engine/workspace.ts';
import type { Question } from '#lib/learn/question/question.ts';
import { type Figure, figureText } from '#lib/learn/scenario/figure.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { Surface } from '#lib/learn/scenario/step.ts';
import { lookInNode } from '#lib/learn/testing.ts';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { knobsOf } from './knobs-of.ts';
import { knownKnobs } from './known-knobs.ts';

interface Asked {
  readonly shows: Surface;
  readonly question: Question;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly situations: Readonly<Record<string, Workspace>>;
}

function askedIn({ steps, figures, situations }: Scenario): readonly Asked[] {
  return steps.flatMap((step): readonly Asked[] => {
    if (step.kind === 'predict') return [{ ...step, figures, situations }];
    if (step.kind !== 'transfer') return [];
    const { workspace, ...variant } = step.vary(seededRandom(1));
    return [{ ...variant, situations: { variant: workspace } }];
  });
}

describe('knownKnobs', () => {
  it('says what matters most and what was turned, and nothing that has no effect', () => {
    const ids = knownKnobs({ ...DEFAULT_KNOBS, step: 'aggregate', rowBytes: 72 }).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['dataBytes', 'rowBytes', 'shufflePartitions']));
    expect(ids).not.toContain('otherBytes');
    expect(knownKnobs(DEFAULT_KNOBS).map(({ id }) => id)).not.toContain('rowBytes');
  });

  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    'does not hold the answer of a question of %s',
    async (_, scenario) => {
      for (const { shows, question, figures, situations } of askedIn(scenario)) {
        if (shows.tool !== 'simulator' || question.kind !== 'slider') continue;
        const { of, unit, read } = figures[question.truth]!;
        const { knobs, program, settings, catalog } = situations[of]!;
        // Answers of a simulator's question need no log.
        const looked = await lookInNode(
          { ...(knobs && { knobs }), ...(program && { program, settings: settings!, catalog: catalog! }) },
          { queries: {} },
        );
        const values = knownKnobs(knobsOf(situations[shows.situation]!)).map(({ value }) => value);
        expect(values, question.ask).not.toContain(figureText(read(looked), unit));
      }
    },
  );
});
