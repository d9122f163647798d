import { type Decoder, maybe, number, oneOf, ShapeError, shape, text } from '../codec/decode.ts';

/** A step of a scenario. What the learner answered is not part of it. */
export interface ScenarioState {
  readonly kind: 'scenario';
  /** The folder's name, such as "skewed-join". */
  readonly id: string;
  /** From 0. */
  readonly step: number;
  /** Which variant of the numbers. */
  readonly seed: number | null;
}

const scenarioId: Decoder<string> = (value, at) => {
  const id = text(80)(value, at);
  // It becomes part of an address.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new ShapeError(`${at.path} is not the id of a scenario`);
  return id;
};

export const scenarioState: Decoder<ScenarioState> = shape<ScenarioState>({
  kind: oneOf(['scenario']),
  id: scenarioId,
  step: number,
  seed: maybe(number),
});
