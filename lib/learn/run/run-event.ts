import type { WorkspacePatch } from '../engine/workspace.ts';
import type { CommittedAnswer } from './scenario-run.ts';

/**
 * What happens to a run. Engines are asked before: an event already says whether checks held or what an answer was worth,
 * so that the runner is a function of plain data.
 */
export type RunEvent =
  /** Observe: a place was pointed at. */
  | { readonly kind: 'pointed'; readonly isMeant: boolean }
  /** Predict, transfer: an answer, which stands from now on. */
  | { readonly kind: 'committed'; readonly answer: CommittedAnswer }
  /** Act: the work as a whole. */
  | { readonly kind: 'edited'; readonly work: WorkspacePatch }
  /** Act: the learner asked whether that does it. */
  | { readonly kind: 'checked'; readonly allHold: boolean }
  | { readonly kind: 'hint' }
  /** Act: the next step was done in place, or declined. */
  | { readonly kind: 'worked'; readonly taken: boolean }
  /** Reflect: a sentence that is not finished yet; nothing is revealed for it. */
  | { readonly kind: 'drafted'; readonly text: string }
  | { readonly kind: 'reflected'; readonly text: string }
  | { readonly kind: 'continued'; readonly now: number }
  /** To a step that was reached before. */
  | { readonly kind: 'went-to'; readonly step: number }
  /** To a step that somebody shared, with the variant that they had: what lies before it opens, and is not done by that. */
  | { readonly kind: 'joined-at'; readonly step: number; readonly seed: number }
  | { readonly kind: 'step-restarted' }
  | { readonly kind: 'restarted'; readonly seed: number; readonly now: number };
