import type { AnswerEvent, FailureReason } from '#lib/explain/answer-events.ts';

/** A model's answer from the question to its end. */
export type AnswerState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'writing'; readonly model: string; readonly cached: boolean; readonly text: string }
  | {
      readonly kind: 'done';
      readonly model: string;
      readonly cached: boolean;
      readonly text: string;
      readonly cut: boolean;
      /** Input and output together; undefined where the provider does not say. */
      readonly tokens: number | undefined;
      readonly ms: number;
    }
  /** What had arrived of a stopped answer is kept; of a failed one it is not. */
  | { readonly kind: 'stopped'; readonly model: string; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string };

export const NO_ANSWER: AnswerState = { kind: 'none' };

export function nextState(state: AnswerState, event: AnswerEvent): AnswerState {
  switch (event.type) {
    case 'start':
      return { kind: 'writing', model: event.model, cached: event.cached, text: '' };
    case 'text':
      return state.kind === 'writing' ? { ...state, text: state.text + event.text } : state;
    case 'end':
      return state.kind === 'writing' ? { ...state, ...ended(event), kind: 'done' } : state;
    default:
      return { kind: 'failed', message: FAILURES[event.reason] ?? FAILURES.broken };
  }
}

/** The state after the reader pressed stop. */
export function stopped(state: AnswerState): AnswerState {
  return state.kind === 'writing' ? { kind: 'stopped', model: state.model, text: state.text } : NO_ANSWER;
}

/** A stream that ended without saying so was cut on its way. */
export function settled(state: AnswerState): AnswerState {
  return state.kind === 'writing' || state.kind === 'asking'
    ? { kind: 'failed', message: 'The connection was lost in the middle of the answer.' }
    : state;
}

function ended({ reason, inputTokens, outputTokens, ms }: Extract<AnswerEvent, { type: 'end' }>) {
  const tokens =
    inputTokens === null && outputTokens === null ? undefined : (inputTokens ?? 0) + (outputTokens ?? 0);
  return { cut: reason === 'length', tokens, ms };
}

const FAILURES: Readonly<Record<FailureReason, string>> = {
  timeout: 'The model took too long.',
  busy: 'The model is busy.',
  refused: 'The model’s provider refused the request; whoever runs this server can mend it.',
  broken: 'The model’s answer broke off.',
  empty: 'The model gave an empty answer.',
  stopped: 'The answer was stopped.',
};
