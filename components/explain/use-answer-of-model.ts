import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExplainRequest } from '#lib/explain/explain-offer.ts';
import { type AnswerState, NO_ANSWER, nextState, settled, stopped } from './answer-state.ts';
import { askModel, NoAnswer } from './explain-client.ts';

export interface ModelAnswer {
  readonly state: AnswerState;
  readonly ask: (request: ExplainRequest) => void;
  readonly stop: () => void;
}

/** One question at a time; leaving the panel hangs up. */
export function useAnswerOfModel(): ModelAnswer {
  const [state, setState] = useState<AnswerState>(NO_ANSWER);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const stop = useCallback(() => {
    running.current?.abort();
    setState(stopped);
  }, []);

  const ask = useCallback(async (request: ExplainRequest) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ kind: 'asking' });
    try {
      for await (const event of askModel(request, control.signal)) {
        if (control.signal.aborted) return;
        setState((before) => nextState(before, event));
      }
      if (!control.signal.aborted) setState(settled);
    } catch (error) {
      if (control.signal.aborted) return;
      const message = error instanceof NoAnswer ? error.message : undefined;
      setState((before) => (message === undefined ? settled(before) : { kind: 'failed', message }));
    }
  }, []);

  return { state, ask, stop };
}
