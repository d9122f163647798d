import type { QuantityUnit } from '#lib/base/format.ts';
import type { Confidence, Problem, Severity } from '#lib/model/insight.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import type { Label } from './labels.ts';
import type { Concept, Term } from './terms.ts';

/**
 * All that an explanation is made from, and all that leaves the tab when a model is asked. There is no free text in it:
 * each string is one of a list of ours, so no name, path, literal or comment of a user fits in (pack-schema.ts).
 */
export interface EvidencePack {
  readonly version: typeof PACK_VERSION;
  /** Where the numbers come from; never mixed within a pack. */
  readonly origin: 'measured' | 'predicted' | 'simulated';
  readonly subject: Subject;
  readonly facts: readonly Fact[];
  readonly terms: readonly PackTerm[];
}

export type Subject =
  | {
      readonly kind: 'insight';
      readonly problem: Problem;
      readonly severity: Severity;
      readonly confidence: Confidence;
    }
  | { readonly kind: 'plan'; readonly spark: SparkVersion }
  | { readonly kind: 'diff'; readonly spark: SparkVersion }
  | { readonly kind: 'step'; readonly concept: Concept };

/** One number. `id` is what an answer cites: e1, e2, … in the order of the pack. */
export interface Fact {
  readonly id: string;
  readonly label: Label;
  readonly value: number;
  readonly unit: QuantityUnit;
  /** What the number is to the one before it that has a role of its own: what it is held against, or both divided. */
  readonly role?: 'compared' | 'derived';
  /** Of two plans, or of two states of a step. */
  readonly side?: 'before' | 'after';
}

/** A name that an answer may cite: t1, t2, … Of two plans `side` is the only one that it occurs in. */
export type PackTerm = Term & { readonly id: string; readonly side?: NonNullable<Fact['side']> };

/** Raised when the meaning of a field changes; a pack of another version is refused. */
export const PACK_VERSION = 1;

/** More than any subject has; what is beyond is left out by the builders and refused by the schema. */
export const MAX_FACTS = 60;
export const MAX_TERMS = 40;

/** Of the JSON text that is sent, audience and all. */
export const MAX_REQUEST_BYTES = 16 * 1024;
