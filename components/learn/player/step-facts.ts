import { labelOf } from '#lib/explain/labels.ts';
import type { StepFacts } from '#lib/explain/pack-of-step.ts';
import type { StepRecord } from '#lib/learn/run/scenario-run.ts';
import { isRevealed } from '#lib/learn/run/step-status.ts';
import type { FigureUnit, Values } from '#lib/learn/scenario/figure.ts';
import { FIGURE_WORDS } from '#lib/learn/scenario/figure-words.ts';
import { type Origin, originOf } from '#lib/learn/scenario/origin.ts';
import { figuresIn } from '#lib/learn/scenario/prose.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import type { Step } from '#lib/learn/scenario/step.ts';
import type { Known } from '../steps/known.ts';

type Fact = StepFacts['figures'][number];

/** Steps with something to explain: what they show is on the page. */
const EXPLAINED: ReadonlySet<Step['kind']> = new Set(['predict', 'act', 'verify', 'reflect', 'transfer']);

/**
 * The numbers of a step, all of one origin: that of most of them. Undefined while its answer is not committed, and where it
 * has no numbers.
 */
export function stepFacts(
  scenario: Scenario,
  seed: number,
  step: Step,
  record: StepRecord,
  values: Values,
  variant: Values,
): StepFacts | undefined {
  const isAsked = step.kind === 'predict' || step.kind === 'transfer' || step.kind === 'reflect';
  if (!EXPLAINED.has(step.kind) || (isAsked && !isRevealed(step, record))) return undefined;
  const varied = step.kind === 'transfer' ? step.vary(seededRandom(seed)) : undefined;
  const known = varied ? { figures: varied.figures, values: variant } : { figures: scenario.figures, values };
  const all = shownIn(varied ? { ...varied, prose: varied.story } : step).flatMap((shown) =>
    factOf(shown, known),
  );
  const origin = mostFrequent(all.map((fact) => fact.origin));
  const figures = all.filter((fact) => fact.origin === origin).map(({ origin: _origin, ...fact }) => fact);
  return (
    origin && {
      origin,
      concept: scenario.concepts[0],
      figures: [...figures, ...predictedBy(step, varied, record)],
    }
  );
}

interface Shown {
  readonly name: string;
  readonly side?: 'before' | 'after';
}

/** Figures that are on the page. */
function shownIn(step: Step | { readonly prose: string; readonly reveal: string }): readonly Shown[] {
  if ('compare' in step)
    return step.compare.flatMap(({ before, after }) => [
      { name: before, side: 'before' } as const,
      { name: after, side: 'after' } as const,
    ]);
  const texts = [
    step.prose,
    'reveal' in step ? step.reveal : '',
    'model' in step ? step.model : '',
    'hints' in step ? step.task : '',
  ];
  return [...new Set(texts.flatMap(figuresIn))].map((name) => ({ name }));
}

function factOf(
  { name, side }: Shown,
  { figures, values }: Known,
): readonly (Fact & { readonly origin: Origin })[] {
  const [figure, value] = [figures[name], values[name]];
  const origin = figure && originOf(figure);
  if (!figure || !origin || typeof value !== 'number' || figure.unit === 'text') return [];
  const label = labelOf(FIGURE_WORDS[name] ?? '');
  return [{ label, value, unit: figure.unit, origin, ...(side ? { side } : {}) }];
}

function predictedBy(
  step: Step,
  varied: { readonly question: { readonly kind: string; readonly unit?: FigureUnit } } | undefined,
  { answer }: StepRecord,
): readonly Fact[] {
  const question = varied?.question ?? ('question' in step ? step.question : undefined);
  const given = answer?.answer;
  if (given?.kind !== 'number' || !question || !('unit' in question)) return [];
  const { unit } = question;
  return unit === undefined || unit === 'text'
    ? []
    : [{ label: 'predicted by you', value: given.value, unit }];
}

function mostFrequent(origins: readonly Origin[]): Origin | undefined {
  const count = (origin: Origin) => origins.filter((each) => each === origin).length;
  return [...new Set(origins)].toSorted((a, b) => count(b) - count(a))[0];
}
