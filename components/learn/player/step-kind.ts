import type { StepKind } from '#lib/learn/scenario/step.ts';

/** Each kind of step by a word, and what is still to be done in it before one goes on. */
export const STEP_KINDS: Readonly<Record<StepKind, { readonly word: string; readonly todo: string }>> = {
  observe: { word: 'Observe', todo: 'Point at it first' },
  predict: { word: 'Predict', todo: 'Commit to an answer first; “No idea” is one' },
  act: { word: 'Act', todo: 'Make the checks hold first; there are hints' },
  verify: { word: 'Verify', todo: '' },
  reflect: { word: 'Reflect', todo: 'Write a sentence first, or say that you would rather not' },
  transfer: { word: 'Transfer', todo: 'Commit to an answer first; “No idea” is one' },
  recall: { word: 'Recall', todo: '' },
};
