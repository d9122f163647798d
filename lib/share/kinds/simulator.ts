import { type Decoder, either, flag, number, oneOf, shape, table, text } from '../codec/decode.ts';

export type KnobValue = number | string | boolean;

/** Every knob of the simulator that is not where it starts, by its id. The simulator checks what a knob takes. */
export interface SimulatorState {
  readonly kind: 'simulator';
  readonly knobs: Readonly<Record<string, KnobValue>>;
}

export const simulatorState: Decoder<SimulatorState> = shape<SimulatorState>({
  kind: oneOf(['simulator']),
  knobs: table<KnobValue>(either(either(number, flag), text(20_000)), 150),
});
