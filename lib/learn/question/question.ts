import type { EngineState } from '../engine/engine-state.ts';
import type { FigureUnit, Values } from '../scenario/figure.ts';

/**
 * Something to predict. No question holds its answer: it names a figure, or reads it from what an engine says. Prose may
 * show figures as `{name}`.
 */
export type Question = SliderQuestion | PickQuestion | OrderQuestion | SketchQuestion;

interface Asked {
  readonly ask: string;
  /** Figures that one needs to know to think about it; they are shown before. */
  readonly needs: readonly string[];
}

/** A number. */
export interface SliderQuestion extends Asked {
  readonly kind: 'slider';
  /** The figure that is the answer. */
  readonly truth: string;
  readonly unit: FigureUnit;
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** How far off still counts: factors on a log scale (1.3), shares of the range on a linear one (0.05). */
  readonly right: number;
  readonly close: number;
  /** What people answer who think of it otherwise, as figures, and what to tell them. */
  readonly beliefs: readonly { readonly answer: string; readonly say: string }[];
}

/** One of several; exactly one is so. */
export interface PickQuestion extends Asked {
  readonly kind: 'pick';
  readonly options: readonly PickOption[];
}

export interface PickOption {
  readonly id: string;
  readonly label: string;
  readonly isSo: (values: Values) => boolean;
  /** Why it is so, or what one overlooks who thinks so. */
  readonly say: string;
}

/** Things in order of a figure each, the largest first. */
export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  readonly items: readonly { readonly id: string; readonly label: string; readonly by: string }[];
  readonly say: string;
}

/** Heights of bars, largest first; only the proportions matter. */
export interface SketchQuestion extends Asked {
  readonly kind: 'sketch';
  /** Name of the situation. */
  readonly of: string;
  readonly read: (state: EngineState) => readonly number[];
  readonly bars: number;
  readonly unit: FigureUnit;
  readonly say: string;
}

/** A committed answer. "No idea" is one. */
export type Answer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'option'; readonly id: string }
  | { readonly kind: 'order'; readonly ids: readonly string[] }
  | { readonly kind: 'bars'; readonly bars: readonly number[] }
  | { readonly kind: 'no-idea' };

/** 1: a guess; 5: sure. */
export const CONFIDENCES = [1, 2, 3, 4, 5] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const OUTCOMES = ['right', 'close', 'off', 'no-idea'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An answer beside what the engine says, in the same form, so that both go on one chart. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly truth: Exclude<Answer, { kind: 'no-idea' }>;
  /** Prose: what somebody who answers so may have thought. */
  readonly says: string | undefined;
}
