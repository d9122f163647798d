import type { EngineState } from '../engine/engine-state.ts';
import type { Question } from '../question/question.ts';
import type { Figure, Values } from './figure.ts';

export type Origin = 'predicted' | 'simulated' | 'measured';

/** Which engine a figure comes from: the first that it asks. Undefined for one that asks none. */
export function originOf({ read }: Pick<Figure, 'read'>): Origin | undefined {
  return originOfReading(read);
}

/** Which engine the answer to a question comes from; of several figures the first one decides. */
export function originOfQuestion(
  question: Question,
  figures: Readonly<Record<string, Figure>>,
): Origin | undefined {
  if (question.kind === 'sketch') return originOfReading(question.read);
  for (const name of askedFor(question)) {
    const figure = figures[name];
    const origin = figure && originOf(figure);
    if (origin) return origin;
  }
  return undefined;
}

function askedFor(question: Exclude<Question, { kind: 'sketch' }>): readonly string[] {
  if (question.kind === 'slider') return [question.truth];
  if (question.kind === 'order') return question.items.map(({ by }) => by);
  const names: string[] = [];
  const watched: Values = new Proxy({}, { get: (_, name) => void names.push(String(name)) });
  for (const { isSo } of question.options) isSo(watched);
  return names;
}

/** Readings are pure, so one can be tried on a state that only tells what was asked of it. */
function originOfReading(read: (state: EngineState) => unknown): Origin | undefined {
  let origin: Origin | undefined;
  const asked = (by: Origin): never => {
    origin ??= by;
    throw new Asked();
  };
  try {
    read({
      problems: [],
      get prediction() {
        return asked('predicted');
      },
      get simulation() {
        return asked('simulated');
      },
      get measurement() {
        return asked('measured');
      },
    });
  } catch (error) {
    if (!(error instanceof Asked)) throw error;
  }
  return origin;
}

class Asked extends Error {}
