import type { Knobs } from './knobs.ts';

export const KNOB_GROUPS = ['data', 'keys', 'step', 'adaptive', 'cluster', 'write', 'assumptions'] as const;
export type KnobGroup = (typeof KNOB_GROUPS)[number];

interface KnobWords {
  readonly id: keyof Knobs;
  readonly group: KnobGroup;
  readonly label: string;
  /** The Spark setting or method that the knob stands for. */
  readonly setting?: string;
  readonly help: string;
  /** Shown before the others are unfolded. */
  readonly primary?: true;
  /** The knob has no effect where this is false. */
  readonly matters?: (knobs: Knobs) => boolean;
}

export interface NumberKnob extends KnobWords {
  readonly type: 'number';
  readonly unit: 'bytes' | 'bytes/s' | 'ms' | 'share' | 'ratio' | 'count';
  readonly min: number;
  readonly max: number;
  /** Whole multiples that a slider stops at; a typed value need not be one, but is whole where this is whole. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  /** Values beside the range that mean something: -1 switches broadcasts off. */
  readonly special?: Readonly<Record<number, string>>;
}

export interface ChoiceKnob extends KnobWords {
  readonly type: 'choice';
  readonly choices: readonly string[];
}

export interface SwitchKnob extends KnobWords {
  readonly type: 'switch';
}

/** Rows of each key: drawn as bars or pasted. */
export interface WeightsKnob extends KnobWords {
  readonly type: 'weights';
  readonly maxEntries: number;
}

export type Knob = NumberKnob | ChoiceKnob | SwitchKnob | WeightsKnob;

/** What sizes, counts and speeds have in common. */
export const SIZE = { type: 'number', unit: 'bytes', step: 1, scale: 'log' } as const;
export const COUNT = { type: 'number', unit: 'count', step: 1, scale: 'log' } as const;
export const SHARE = { type: 'number', unit: 'share', min: 0, max: 1, step: 0.01, scale: 'linear' } as const;
