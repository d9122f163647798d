import type { Envelope, Exercise } from '#lib/share/envelope.ts';
import type { Category } from '#lib/share/redaction/categories.ts';
import { hiddenIn, redactState } from '#lib/share/redaction/redact-state.ts';
import type { ShareRequest } from './share-request.ts';

/** What leaves: the state with everything chosen hidden, and where it comes from. */
export function shareContent(
  { state, known }: ShareRequest,
  hidden: readonly Category[],
  exercise: Exercise,
): Envelope {
  return {
    made: new Date().toISOString().slice(0, 10),
    by: process.env.SHUFFLESCOPE_VERSION ?? null,
    hidden: hiddenIn(state, hidden),
    exercise: exercise.question.trim() === '' && exercise.answer.trim() === '' ? null : exercise,
    state: redactState(state, hidden, known),
  };
}
