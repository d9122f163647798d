import { exists, invariant, unreachable } from '#lib/base/assert.ts';
import type { EngineState } from '../engine/engine-state.ts';
import type { Values } from '../scenario/figure.ts';
import type {
  Answer,
  Judgement,
  OrderQuestion,
  Outcome,
  PickQuestion,
  Question,
  SketchQuestion,
  SliderQuestion,
} from './question.ts';
import { shapeDistance } from './shape-distance.ts';

/** Of a sketch: how much of the whole lies elsewhere (0..1). */
const SKETCH = { right: 0.12, close: 0.3 } as const;

type States = Readonly<Record<string, EngineState | undefined>>;

/** Holds an answer against what the engines say. */
export function judge(question: Question, answer: Answer, values: Values, states: States): Judgement {
  switch (question.kind) {
    case 'slider':
      return judgeNumber(question, answer, values);
    case 'pick':
      return judgePick(question, answer, values);
    case 'order':
      return judgeOrder(question, answer, values);
    case 'sketch':
      return judgeSketch(question, answer, states);
    default:
      return unreachable(question);
  }
}

function judgeNumber(question: SliderQuestion, answer: Answer, values: Values): Judgement {
  const value = numberOf(question.truth, values);
  const truth = { kind: 'number', value } as const;
  if (answer.kind !== 'number') return unanswered(answer, truth);
  const outcome = distanceOutcome(question, answer.value, value);
  if (outcome === 'right') return { outcome, truth, says: undefined };
  const belief = question.beliefs.find(
    (each) => distanceOutcome(question, answer.value, numberOf(each.answer, values)) === 'right',
  );
  return { outcome, truth, says: belief?.say };
}

function distanceOutcome(
  { scale, min, max, right, close }: SliderQuestion,
  given: number,
  truth: number,
): Outcome {
  const distance =
    scale === 'log' && given > 0 && truth > 0
      ? Math.max(given / truth, truth / given)
      : Math.abs(given - truth) / (max - min);
  return graded(distance, right, close);
}

function judgePick({ options }: PickQuestion, answer: Answer, values: Values): Judgement {
  const so = options.filter(({ isSo }) => isSo(values));
  invariant(so.length === 1, `one option is so, not ${so.length}`);
  const truth = { kind: 'option', id: so[0]!.id } as const;
  if (answer.kind !== 'option') return unanswered(answer, truth, so[0]!.say);
  const outcome = answer.id === truth.id ? 'right' : 'off';
  return { outcome, truth, says: options.find(({ id }) => id === answer.id)?.say };
}

function judgeOrder({ items, say }: OrderQuestion, answer: Answer, values: Values): Judgement {
  const sorted = items.toSorted((a, b) => numberOf(b.by, values) - numberOf(a.by, values));
  const ids = sorted.map(({ id }) => id);
  const truth = { kind: 'order', ids } as const;
  if (answer.kind !== 'order') return unanswered(answer, truth, say);
  const misplaced = ids.filter((id, place) => answer.ids[place] !== id).length;
  // Two neighbors the wrong way round is the least that can be wrong.
  const outcome = misplaced === 0 ? 'right' : misplaced === 2 ? 'close' : 'off';
  return { outcome, truth, says: outcome === 'right' ? undefined : say };
}

function judgeSketch(question: SketchQuestion, answer: Answer, states: States): Judgement {
  const bars = question.read(exists(states[question.of], `a look at ${question.of}`));
  const truth = { kind: 'bars', bars } as const;
  if (answer.kind !== 'bars') return unanswered(answer, truth, question.say);
  const outcome = graded(shapeDistance(answer.bars, bars), SKETCH.right, SKETCH.close);
  return { outcome, truth, says: outcome === 'right' ? undefined : question.say };
}

function graded(distance: number, right: number, close: number): Outcome {
  if (distance <= right) return 'right';
  return distance <= close ? 'close' : 'off';
}

function unanswered(answer: Answer, truth: Judgement['truth'], says?: string): Judgement {
  invariant(answer.kind === 'no-idea', `an answer of kind ${answer.kind} does not fit the question`);
  return { outcome: 'no-idea', truth, says };
}

function numberOf(name: string, values: Values): number {
  const value = exists(values[name], `the figure ${name}`);
  invariant(typeof value === 'number', `the figure ${name} is a number`);
  return value;
}
