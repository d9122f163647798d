import {
  type Decoder,
  either,
  flag,
  list,
  maybe,
  number,
  oneOf,
  shape,
  table,
  text,
} from '../codec/decode.ts';

export type KnobValue = number | string | boolean;

/** Every knob of the simulator that is not where it starts, by its id. The simulator checks what a knob takes. */
export interface SharedKnobs {
  /** Weights of keys are numbers with blanks between. */
  readonly knobs: Readonly<Record<string, KnobValue>>;
  /** Of keys of one's own, in the order of their weights; null where keys have none, or where they are hidden. */
  readonly keyNames: readonly string[] | null;
}

export interface SimulatorState extends SharedKnobs {
  readonly kind: 'simulator';
  /** Id of the situation that the knobs were set to last. */
  readonly situation: string | null;
  /** Of the run that this one is compared with. */
  readonly baseline: SharedKnobs | null;
}

/** As many keys as the simulator takes, with room for large counts. */
const MAX_KEYS = 10_000;
const MAX_VALUE_CHARS = 200_000;

const sharedKnobs = {
  knobs: table<KnobValue>(either(either(number, flag), text(MAX_VALUE_CHARS)), 150),
  keyNames: maybe(list(text(1_000), MAX_KEYS)),
};

export const simulatorState: Decoder<SimulatorState> = shape<SimulatorState>({
  kind: oneOf(['simulator']),
  ...sharedKnobs,
  situation: maybe(text(80)),
  baseline: maybe(shape<SharedKnobs>(sharedKnobs)),
});
