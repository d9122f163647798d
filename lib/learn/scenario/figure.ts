import { formatQuantity, type QuantityUnit } from '#lib/base/format.ts';
import type { EngineState } from '../engine/engine-state.ts';

export type FigureUnit = QuantityUnit | 'text';

/** A number or a word of a scenario: not written down but read from what an engine says of one of its situations. */
export interface Figure {
  /** Name of the situation. */
  readonly of: string;
  readonly unit: FigureUnit;
  readonly read: (state: EngineState) => number | string;
}

export type Values = Readonly<Record<string, number | string>>;

/** Figures whose situations have been looked at. A log may still be loading: its figures are missing until then. */
export function readFigures(
  figures: Readonly<Record<string, Figure>>,
  states: Readonly<Record<string, EngineState | undefined>>,
): Values {
  const values: Record<string, number | string> = {};
  for (const [name, { of, read }] of Object.entries(figures)) {
    const state = states[of];
    if (state) values[name] = read(state);
  }
  return values;
}

export function figureText(value: number | string, unit: FigureUnit): string {
  return typeof value === 'string' || unit === 'text' ? String(value) : formatQuantity(value, unit);
}
